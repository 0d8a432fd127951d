using DistArray.Cli.Plotting.Fields;

namespace DistArray.Cli.Plotting.Kinds;

/// <summary>Words that several kinds of pictures have.</summary>
internal static class PlotText
{
    /// <summary>The file's own shape.</summary>
    public static long[] Shape(PlotField field) => [.. field.Axes.OrderBy(axis => axis.Number).Select(axis => axis.Size)];

    /// <summary>What stands above a picture.</summary>
    public static string Title(IEnumerable<PlotField> fields, string what = "") =>
        string.Join(", ", fields.Select(field => field.Name)) + what + (fields.First().Time is { } time ? $", t = {PlotReport.Number(time)}" : "");

    /// <summary>File, type and shape.</summary>
    public static string Source(string file, PlotField field) =>
        $"{Path.GetFileName(file)}: {ElementTypes.NameOf(field.ElementType)} ({string.Join(" × ", Shape(field))}).";

    /// <summary>How many values are missing in a picture; empty where none is.</summary>
    public static string Gaps(long gaps, long of, bool isLog, string where = "") =>
        gaps == 0 ? "" : $" {gaps} of {of} values {(gaps == 1 ? "is" : "are")} NaN or infinite{(isLog ? ", or not positive" : "")}{where}.";

    /// <summary>Logarithms, in place; NaN of what has none, and of infinities in either case.</summary>
    /// <returns>How many values are not finite then.</returns>
    public static long ToScale(Span<double> values, bool isLog)
    {
        long gaps = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double value = isLog ? values[i] > 0 ? Math.Log10(values[i]) : double.NaN : values[i];
            if (!double.IsFinite(value))
            {
                value = double.NaN;
                gaps++;
            }
            values[i] = value;
        }
        return gaps;
    }
}
