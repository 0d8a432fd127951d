using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace DistArray.Benchmarks;

/// <summary>Prints rows as a table and writes them as JSON and Markdown.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly string[] Titles = ["measure", "value", "unit", "limit", "range", "samples", "peer", ""];

    /// <summary>Writes the rows to files of a name without extension, each beside its target and renamed into place.</summary>
    public static void Write(string path, IReadOnlyList<Row> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Replace(path + ".json", JsonSerializer.Serialize(rows, Json) + "\n");
        Replace(path + ".md", string.Concat(((string[][])[Titles, [.. Titles.Select(_ => "---")], .. rows.Select(Cells)])
            .Select(cells => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|").ReplaceLineEndings(" ")))} |\n")));
    }

    /// <summary>Prints the rows.</summary>
    public static void Print(IReadOnlyList<Row> rows)
    {
        // Not wrapped, whatever the terminal: it is read in logs, too.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 200);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (string title in Titles) table.AddColumn(title);
        foreach (var row in rows) table.AddRow([.. Cells(row).Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + ".partial", text);
        File.Move(path + ".partial", path, overwrite: true);
    }

    private static string[] Cells(Row row) =>
    [
        row.Name, Show(row.Value), row.Unit, Show(row.Limit), row.Samples > 0 ? $"{Show(row.Lower)} – {Show(row.Upper)}" : "",
        row.Samples > 0 ? row.Samples.ToString(CultureInfo.InvariantCulture) : "", row.Peer ?? "",
        row.Reason ?? (row.Limit is null ? "" : row.Passes ? "met" : "missed"),
    ];

    private static string Show(double? value) => value?.ToString(Math.Abs(value.Value) >= 100 ? "F1" : "G4", CultureInfo.InvariantCulture) ?? "";
}
