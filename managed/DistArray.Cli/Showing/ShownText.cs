using System.Collections;
using System.Globalization;
using System.Text;
using DistArray.Cli.Files;

namespace DistArray.Cli.Showing;

/// <summary>What is shown of a file, as a text.</summary>
internal static class ShownText
{
    private const int MostRecords = 10, MostCharacters = 100;

    public static string Of(ShownFile file)
    {
        var text = new StringBuilder($"{file.Path}: {file.Format}, {(file.Form is null ? "" : $"{file.Form}, ")}{Sizes.Text(file.Bytes)}\n");
        if (file.Format == "unknown")
            text.Append("It has no header that tells what it is. Say what it holds with --raw, such as --raw float64:64x32 (row-major) or --raw float64:64x32:F:big.\n");
        if (file.Checkpoint is { } from)
        {
            text.Append(CultureInfo.InvariantCulture, $"saved {from.Time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC by {from.Program} on {from.Ranks} rank{(from.Ranks == 1 ? "" : "s")}{(file.Step is { } step ? $", step {step}" : "")}\n");
            foreach ((string name, string value) in from.Parameters) text.Append($"parameter {name} = {value}\n");
            text.Append($"with {string.Join("; ", from.Libraries.Select(library => $"{library.Key} {library.Value}"))}\n");
        }
        if (file.Series is { } records)
        {
            text.Append($"{records.Count} records\n");
            foreach (ShownRecord record in records.Count <= MostRecords ? records : [.. records.Take(MostRecords / 2), .. records.TakeLast(MostRecords / 2)])
                text.Append(CultureInfo.InvariantCulture, $"  step {record.Step}, time {record.Time}\n");
        }
        int width = file.Items.Count == 0 ? 0 : file.Items.Max(item => Label(item).Length);
        foreach (ShownItem item in file.Items) Add(text, item, width);
        return text.ToString().TrimEnd('\n');
    }

    private static void Add(StringBuilder text, ShownItem item, int width)
    {
        string label = Label(item), indent = new(' ', label.Length - label.TrimStart().Length + 4);
        text.Append($"{label.PadRight(width)}  {Description(item)}".TrimEnd()).Append('\n');
        foreach ((string name, object value) in item.Attributes ?? new Dictionary<string, object>()) text.Append($"{indent}@{name} = {Value(value)}\n");
        if (item.Statistics is { } statistics)
            text.Append(statistics.Min is null ? $"{indent}no values{(statistics.Nan > 0 ? $" but {statistics.Nan} NaN" : "")}\n" : $"{indent}min {Value(statistics.Min)}, max {Value(statistics.Max!)}, mean {Value(statistics.Mean!)}, {statistics.Nan} NaN\n");
        if (item.Values is { } values)
        {
            if (!values.Shape.SequenceEqual(item.Shape!)) text.Append($"{indent}the first {StoredArray.TextOf(values.Shape)}:\n");
            foreach (string line in values.Text.Split('\n')) text.Append(line.Trim().Length == 0 ? "\n" : $"{indent}{line}\n");
        }
    }

    private static string Label(ShownItem item)
    {
        string[] parts = item.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (item.Path == "/") return "/";
        return item.Path is ['/', ..] ? $"{new string(' ', 2 * parts.Length)}{parts[^1]}{(item.Kind == "group" ? "/" : "")}" : $"  {(item.Kind == "record" || item.Kind == "array" && int.TryParse(item.Path, out _) ? "record " : "")}{item.Path}";
    }

    private static string Description(ShownItem item)
    {
        if (item.Target is { } target) return $"-> {target}";
        if (item.Kind is "group" or "no array") return "";
        if (item.Kind == "record") return $"{item.Bytes} bytes";
        var more = new List<string>();
        if (item.Order is { } order) more.Add(order);
        if (item.Chunks is { } chunks) more.Add($"chunks {StoredArray.TextOf(chunks)}");
        if (item.Filters is { } filters) more.AddRange(filters);
        if (item.Distribution is { } distribution) more.Add($"written {distribution}");
        return $"{item.Type} {(item.Shape is null ? item.Kind == "dataset" ? "null" : "" : StoredArray.TextOf(item.Shape))}{(more.Count > 0 ? $"  {string.Join(", ", more)}" : "")}";
    }

    private static string Value(object value) => value switch
    {
        string text => $"\"{(text.Length > MostCharacters ? $"{text[..MostCharacters]}…" : text)}\"",
        bool flag => flag ? "true" : "false",
        IEnumerable row => $"[{string.Join(", ", row.Cast<object>().Select(Value))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
