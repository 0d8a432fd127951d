using DistArray.Cli.Plotting.Pictures;
using DistArray.IO;

namespace DistArray.Cli.Plotting.Kinds;

/// <summary>Columns of tables.</summary>
internal static class SeriesPlot
{
    private const int MostCurves = 12;
    private static readonly string[] s_timeNames = ["t", "time", "step"];

    public static PlotReport Draw(PlotOptions options, Table table)
    {
        if (table.RowCount == 0 || table.Columns.Count == 0) throw new UsageException($"plot: {options.File} has no rows of numbers.");
        int time = table.Columns.Count == 1 ? -1 : Math.Max(0, table.Columns.ToList().FindIndex(column => s_timeNames.Contains(column.Name.ToLowerInvariant())));
        int[] columns = options.Names.Count == 0 ? [.. Enumerable.Range(0, table.Columns.Count).Where(column => column != time)] : [.. options.Names.Select(name => Find(options.File, table, name))];
        if (columns.Length > MostCurves) throw new UsageException($"plot: {options.File} has {columns.Length} columns: name up to {MostCurves} of {string.Join(", ", columns.Select(column => table.Columns[column].Name))}.");

        double[] x = time < 0 ? [.. Enumerable.Range(0, table.RowCount).Select(row => (double)row)] : table[time];
        long gaps = 0;
        CurvePicture.Curve[] curves = [.. columns.Select(column =>
        {
            double[] values = [.. table[column]];
            gaps += PlotText.ToScale(values, options.IsLog);
            return new CurvePicture.Curve(table.Columns[column].ToString(), x, values);
        })];
        string caption = $"{Path.GetFileName(options.File)}: {table.RowCount} rows.{PlotText.Gaps(gaps, (long)columns.Length * table.RowCount, options.IsLog)}";
        string xLabel = time < 0 ? "row" : table.Columns[time].ToString();
        CurvePicture.Save(options.Output, curves, string.Join(", ", columns.Select(column => table.Columns[column].Name)), xLabel, curves.Length == 1 ? curves[0].Label : "", options.IsLog, options.ValueLimits, caption, options.PictureSize);
        double[] finite = [.. columns.SelectMany(column => table[column]).Where(double.IsFinite)];
        return new PlotReport
        {
            Output = options.Output,
            Kind = PlotKind.Series,
            File = options.File,
            Names = [.. columns.Select(column => table.Columns[column].Name)],
            Axis = xLabel,
            Least = finite.Length == 0 ? null : finite.Min(),
            Most = finite.Length == 0 ? null : finite.Max(),
            Gaps = gaps,
        };
    }

    private static int Find(string file, Table table, string name)
    {
        int column = table.Columns.ToList().FindIndex(column => column.Name == name);
        return column >= 0 ? column : throw new UsageException($"plot: there is no column '{name}' in {file}; there are {string.Join(", ", table.Columns.Select(one => one.Name))}.");
    }
}
