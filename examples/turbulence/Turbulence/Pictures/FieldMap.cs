using ScottPlot;

namespace Turbulence;

/// <summary>A map of one field over the box.</summary>
public static class FieldMap
{
    // Blue, white, red (Moreland's "cool to warm" with a lighter middle): zero is white, both signs weigh the same.
    private static readonly IColormap s_colors = new ScottPlot.Colormaps.CustomInterpolated(
        [.. new[] { "#2a3f8f", "#4a73c9", "#8fb2e8", "#d3e0f2", "#f7f7f7", "#f4d6cb", "#e89d84", "#cb4f4a", "#8c1127" }.Select(Color.FromHex)]);

    /// <summary>Draws a field to a PNG file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="values">The field in C order, y the slow axis.</param>
    /// <param name="p">Model and box.</param>
    /// <param name="field">What it is.</param>
    /// <param name="time">When it is.</param>
    public static void Save(string path, ReadOnlySpan<double> values, Parameters p, PhysicalField field, double time)
    {
        (int n, double length, var labels) = (p.N, p.Length, new Labels(p));
        var rows = new double[n, n];
        for (int y = 0; y < n; y++)
            for (int x = 0; x < n; x++) rows[n - 1 - y, x] = values[y * n + x];      // the plot's first row is the top one

        using Plot plot = Style.NewPlot();
        var map = plot.Add.Heatmap(rows);
        // Points are the middles of cells; the last one lies a cell before the side of the box, where the first one is again.
        double last = length - (length / n), edge = length / n / 2;
        map.Position = new CoordinateRect(0, last, 0, last);
        map.Colormap = s_colors;
        map.Smooth = true;
        double range = Range(values);
        map.ManualRange = new ScottPlot.Range(-range, range);

        var colors = plot.Add.ColorBar(map);
        colors.Label = $"{field.Name} {field.Symbol}";
        colors.LabelStyle.FontSize = 18;
        colors.LabelStyle.Bold = false;
        colors.Axis.TickLabelStyle.FontSize = 14;
        colors.Axis.TickGenerator = Style.Ticks(9);
        Style.Apply(plot, labels.Title(time), $"x{labels.LengthUnit}", $"y{labels.LengthUnit}");
        plot.HideGrid();
        plot.Axes.Bottom.TickGenerator = Style.Ticks(9);
        plot.Axes.Left.TickGenerator = Style.Ticks(9);
        plot.Axes.SetLimits(-edge, last + edge, -edge, last + edge);
        plot.Layout.Fixed(new PixelPadding(80, 130, 60, 50));      // what remains is a square: equal scales on both axes
        Style.Save(plot, path, 850, 750);
    }

    // The 99.8th percentile of the magnitude: a few extreme points do not wash the map out.
    private static double Range(ReadOnlySpan<double> values)
    {
        double[] magnitudes = new double[values.Length];
        for (int i = 0; i < values.Length; i++) magnitudes[i] = Math.Abs(values[i]);
        Array.Sort(magnitudes);
        double range = magnitudes[(int)(0.998 * (magnitudes.Length - 1))];
        return range > 0 ? range : Math.Max(magnitudes[^1], double.Epsilon * 1e16);
    }
}
