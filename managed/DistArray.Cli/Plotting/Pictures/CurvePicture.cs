using ScottPlot;

namespace DistArray.Cli.Plotting.Pictures;

/// <summary>Curves over an axis, some with a band about them.</summary>
internal static class CurvePicture
{
    public const int Width = 900, Height = 600;

    /// <summary>A curve; NaN is a gap.</summary>
    /// <param name="Label">Its name in the legend.</param>
    /// <param name="X">Where its points are.</param>
    /// <param name="Y">Their values.</param>
    /// <param name="Band">The least and the largest values, or null.</param>
    public sealed record Curve(string Label, double[] X, double[] Y, (double[] Low, double[] High)? Band = null);

    /// <summary>Draws curves; with a logarithmic axis the values are logarithms.</summary>
    public static void Save(string path, IReadOnlyList<Curve> curves, string title, string x, string y, bool isLog, (double Low, double High)? limits, string caption, (int Width, int Height)? size)
    {
        using Plot plot = PlotStyle.NewPlot(title, x, y);
        for (int i = 0; i < curves.Count; i++)
        {
            if (curves[i].Band is not { } band) continue;
            foreach ((int first, int count) in Pieces(band.Low, band.High))
            {
                var fill = plot.Add.FillY(curves[i].X[first..(first + count)], band.Low[first..(first + count)], band.High[first..(first + count)]);
                fill.FillColor = PlotStyle.CurveColor(i).WithOpacity(.18);
                fill.LineWidth = 0;
            }
        }
        for (int i = 0; i < curves.Count; i++) Add(plot, curves[i], i);
        if (curves.Count > 1) plot.ShowLegend(Edge.Right);
        else plot.HideLegend();
        plot.Axes.Margins(0, 0.06);
        plot.Axes.Bottom.TickGenerator = PlotStyle.Ticks(10);
        plot.Axes.AutoScale();
        if (limits is { } given) plot.Axes.SetLimitsY(isLog ? Math.Log10(given.Low) : given.Low, isLog ? Math.Log10(given.High) : given.High);
        AxisLimits shown = plot.Axes.GetLimits();
        plot.Axes.Left.TickGenerator = isLog ? LogTicks.Of(shown.Bottom, shown.Top) : PlotStyle.Ticks(8);
        PlotStyle.Save(plot, path, size?.Width ?? Width, size?.Height ?? Height, caption);
    }

    /// <summary>Adds a curve.</summary>
    public static void Add(Plot plot, Curve curve, int number)
    {
        bool isNamed = false;
        foreach ((int first, int count) in Pieces(curve.Y, curve.X))
        {
            var line = plot.Add.Scatter(curve.X[first..(first + count)], curve.Y[first..(first + count)], PlotStyle.CurveColor(number));
            line.LineWidth = 2;
            line.LinePattern = PlotStyle.CurvePattern(number);
            line.MarkerSize = count == 1 || curve.X.Length <= 60 ? 5 : 0;
            if (!isNamed) line.LegendText = curve.Label;
            isNamed = true;
        }
    }

    // Runs of points of which both numbers are finite.
    private static IEnumerable<(int First, int Count)> Pieces(double[] one, double[] other)
    {
        for (int first = 0, end; first < one.Length; first = end + 1)
        {
            for (end = first; end < one.Length && double.IsFinite(one[end]) && double.IsFinite(other[end]);) end++;
            if (end > first) yield return (first, end - first);
        }
    }
}
