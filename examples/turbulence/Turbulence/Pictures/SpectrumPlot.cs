using ScottPlot;
using ScottPlot.TickGenerators;

namespace Turbulence;

/// <summary>Shell spectra, doubly logarithmic, with a slope to compare with.</summary>
public static class SpectrumPlot
{
    /// <summary>Draws spectra to a PNG file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="spectra">Names and densities of the shells about 1, 2, … box wavenumbers.</param>
    /// <param name="p">Model and box.</param>
    /// <param name="time">When they are.</param>
    public static void Save(string path, IReadOnlyList<(string Label, double[] Values)> spectra, Parameters p, double time)
    {
        var labels = new Labels(p);
        double[] wavenumbers = [.. Enumerable.Range(1, spectra[0].Values.Length).Select(shell => shell * p.BoxWavenumber)];
        double largest = spectra.Max(spectrum => spectrum.Values.Max());
        if (!(largest > 0)) return;
        double floor = largest * 1e-12;

        using Plot plot = Style.NewPlot();
        for (int i = 0; i < spectra.Count; i++)
        {
            var points = wavenumbers.Zip(spectra[i].Values).Where(point => point.Second > floor).ToArray();
            double[] x = [.. points.Select(point => Math.Log10(point.First))], y = [.. points.Select(point => Math.Log10(point.Second))];
            var curve = plot.Add.Scatter(x, y, Style.Curves[i]);
            curve.LineWidth = 2;
            curve.MarkerSize = 4;
            curve.LegendText = spectra[i].Label;
        }
        AddReference(plot, wavenumbers, spectra[0].Values, labels.Slope);

        plot.Axes.Bottom.TickGenerator = Decades();
        plot.Axes.Left.TickGenerator = Decades();
        plot.Grid.MinorLineColor = Colors.Black.WithOpacity(.06);
        plot.Grid.MinorLineWidth = 1;
        Style.Apply(plot, labels.Title(time), labels.Wavenumber, "energy per unit wavenumber");
        plot.ShowLegend(Alignment.LowerLeft);
        Style.Save(plot, path, 900, 640);
    }

    // A dashed power law over half a decade above the spectrum's peak, lifted clear of it.
    private static void AddReference(Plot plot, double[] wavenumbers, double[] values, int slope)
    {
        int peak = Array.IndexOf(values, values.Max());
        double from = 1.6 * wavenumbers[peak], to = Math.Min(3.5 * from, wavenumbers[^1]);
        if (!(to > 1.3 * from)) return;
        double level = 3 * values[peak] * Math.Pow(1.6, slope);
        var line = plot.Add.Line(Math.Log10(from), Math.Log10(level), Math.Log10(to), Math.Log10(level * Math.Pow(to / from, slope)));
        line.LineWidth = 2;
        line.LineColor = Colors.Gray;
        line.LinePattern = LinePattern.Dashed;
        line.LegendText = $"k^{slope}".Replace("^-", "⁻").Replace("3", "³").Replace("2", "²");
    }

    private static NumericAutomatic Decades() => new()
    {
        IntegerTicksOnly = true,
        MinorTickGenerator = new LogMinorTickGenerator(),
        LabelFormatter = static power => "10" + string.Concat(((int)power).ToString(System.Globalization.CultureInfo.InvariantCulture).Select(Superscript)),
    };

    private static char Superscript(char digit) => digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[digit - '0'];
}
