using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace DistArray.Benchmarks;

/// <summary>Prints rows as a table and writes them as JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Writes the rows beside the target and renames them into place.</summary>
    public static void Write(string path, IReadOnlyList<Row> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".partial", JsonSerializer.Serialize(rows, Json) + "\n");
        File.Move(path + ".partial", path, overwrite: true);
    }

    /// <summary>Prints the rows.</summary>
    public static void Print(IReadOnlyList<Row> rows)
    {
        // Not wrapped, whatever the terminal: it is read in logs, too.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 200);
        var table = new Table().Border(TableBorder.Rounded);
        foreach (string title in (string[])["measure", "value", "unit", "limit", "range", "samples", "peer", ""]) table.AddColumn(title);
        foreach (var row in rows)
            table.AddRow(
                Markup.Escape(row.Name), Show(row.Value), row.Unit, Show(row.Limit), row.Samples > 0 ? $"{Show(row.Lower)} – {Show(row.Upper)}" : "",
                row.Samples > 0 ? row.Samples.ToString(CultureInfo.InvariantCulture) : "", Markup.Escape(row.Peer ?? ""),
                row.Reason is { } reason ? Markup.Escape(reason) : row.Limit is null ? "" : row.Passes ? "met" : "missed");
        AnsiConsole.Write(table);
    }

    private static string Show(double? value) => value?.ToString(Math.Abs(value.Value) >= 100 ? "F1" : "G4", CultureInfo.InvariantCulture) ?? "";
}
