using DistArray.Cli.Plotting.Numbers;
using ScottPlot;

namespace DistArray.Cli.Plotting.Pictures;

/// <summary>Energy spectra, doubly logarithmic, with power laws to compare with.</summary>
internal static class SpectrumPicture
{
    // Round-off of a transform: nothing to be seen below.
    private const double Floor = 1e-16;

    /// <summary>Draws spectra.</summary>
    /// <param name="path">The file.</param>
    /// <param name="spectra">Names and spectra.</param>
    /// <param name="slopes">Exponents of the power laws, as they are written.</param>
    /// <param name="title">What stands above.</param>
    /// <param name="x">What stands at the wavenumbers.</param>
    /// <param name="caption">What stands below.</param>
    /// <param name="size">Size of the picture, or null.</param>
    /// <exception cref="UsageException">There is nothing to draw.</exception>
    public static void Save(string path, IReadOnlyList<(string Label, EnergySpectrum Spectrum)> spectra, IReadOnlyList<(string Text, double Value)> slopes, string title, string x, string caption, (int Width, int Height)? size)
    {
        using Plot plot = PlotStyle.NewPlot(title, x, "E(k), energy per unit wavenumber");
        bool isEmpty = true;
        for (int i = 0; i < spectra.Count; i++)
        {
            (string label, EnergySpectrum spectrum) = spectra[i];
            int[] shells = [.. Enumerable.Range(1, spectrum.Shells.Length - 1).Where(shell => spectrum.Shells[shell] > Floor * spectrum.Sum)];
            if (shells.Length == 0) continue;
            isEmpty = false;
            CurvePicture.Add(plot, new(label, [.. shells.Select(shell => Math.Log10(shell * spectrum.Width))], [.. shells.Select(shell => Math.Log10(spectrum.Density(shell)))]), i);
        }
        if (isEmpty) throw new UsageException("plot: the spectrum is empty: the field is constant.");
        for (int i = 0; i < slopes.Count; i++) AddSlope(plot, spectra[0].Spectrum, slopes[i], i);
        plot.Axes.AutoScale();
        AxisLimits shown = plot.Axes.GetLimits();
        plot.Axes.Bottom.TickGenerator = LogTicks.Of(shown.Left, shown.Right);
        plot.Axes.Left.TickGenerator = LogTicks.Of(shown.Bottom, shown.Top);
        plot.Grid.MinorLineColor = Colors.Black.WithOpacity(.06);
        plot.Grid.MinorLineWidth = 1;
        if (spectra.Count + slopes.Count > 1) plot.ShowLegend(Alignment.LowerLeft);
        else plot.HideLegend();
        PlotStyle.Save(plot, path, size?.Width ?? CurvePicture.Width, size?.Height ?? 640, caption);
    }

    // A dashed line above the spectrum's peak and to the right of it, the next one a little higher.
    private static void AddSlope(Plot plot, EnergySpectrum spectrum, (string Text, double Value) slope, int number)
    {
        int peak = Enumerable.Range(1, spectrum.Shells.Length - 1).MaxBy(shell => spectrum.Shells[shell]);
        double from = 1.6 * peak, to = Math.Min(5 * from, spectrum.Shells.Length - 1);
        if (!(to > 1.3 * from)) (from, to) = (1, Math.Max(spectrum.Shells.Length - 1, 2));
        double level = Math.Log10(spectrum.Density(peak)) + (0.3 * (number + 1)), width = Math.Log10(spectrum.Width);
        var line = plot.Add.Line(Math.Log10(from) + width, level, Math.Log10(to) + width, level + (slope.Value * Math.Log10(to / from)));
        line.LineWidth = 2;
        line.LineColor = number % 2 == 0 ? Colors.Gray : Colors.Black;
        line.LinePattern = number % 2 == 0 ? LinePattern.Dashed : LinePattern.Dotted;
        line.LegendText = "k" + PlotStyle.Superscript(slope.Text);
    }
}
