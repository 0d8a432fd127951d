using ScottPlot;

namespace Turbulence;

/// <summary>Quantities over time.</summary>
public static class TimeSeriesPlot
{
    /// <summary>Draws curves over time to a PNG file.</summary>
    public static void Save(string path, double[] time, IReadOnlyList<(string Label, double[] Values)> curves, Parameters p, string axis)
    {
        using Plot plot = Style.NewPlot();
        for (int i = 0; i < curves.Count; i++)
        {
            var curve = plot.Add.ScatterLine(time, curves[i].Values, Style.Curves[i % Style.Curves.Length]);
            curve.LineWidth = 2;
            curve.LegendText = curves[i].Label;
        }
        var labels = new Labels(p);
        Style.Apply(plot, labels.Title(time[^1]), labels.Time, axis);
        plot.Axes.Bottom.TickGenerator = Style.Ticks(11);
        plot.Axes.Left.TickGenerator = Style.Ticks(8);
        plot.ShowLegend(Alignment.UpperLeft);
        plot.Axes.Margins(0, 0.08);
        Style.Save(plot, path, 900, 560);
    }
}
