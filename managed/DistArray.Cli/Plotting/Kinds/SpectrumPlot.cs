using System.Numerics;
using DistArray.Cli.Plotting.Fields;
using DistArray.Cli.Plotting.Numbers;
using DistArray.Cli.Plotting.Pictures;

namespace DistArray.Cli.Plotting.Kinds;

/// <summary>Spectra.</summary>
internal static class SpectrumPlot
{
    private const long MostPoints = 1 << 25;

    public static PlotReport Draw(PlotOptions options, PlotField[] fields)
    {
        (PlotField Field, EnergySpectrum Spectrum, long Step)[] spectra = [.. fields.Select(field => Of(options.File, field))];
        bool hasLengths = fields.All(field => field.Axes.All(axis => axis.Length is not null));
        long step = spectra.Max(one => one.Step);
        string caption = $"{string.Join(' ', fields.Select(field => PlotText.Source(options.File, field)).Distinct())}"
            + $" Σ E(k) Δk over all shells is the mean square, {string.Join(", ", spectra.Select(one => PlotReport.Number(one.Spectrum.Sum)))};"
            + $" {string.Join(", ", spectra.Select(one => PlotReport.Number(one.Spectrum.Shells[0])))} of it is the mean's (k = 0, not drawn)."
            + (step > 1 ? $" Of {PlotReport.Every(step)} point along all axes: shorter waves are folded in." : "");
        SpectrumPicture.Save(options.Output, [.. spectra.Select(one => (one.Field.Label, one.Spectrum))], options.Slopes, PlotText.Title(fields),
            hasLengths ? "wavenumber k" : "wavenumber k, in units of 2π / longest side", caption, options.PictureSize);
        return new PlotReport
        {
            Output = options.Output,
            Kind = PlotKind.Spectrum,
            File = options.File,
            Names = [.. fields.Select(field => field.Name)],
            Type = ElementTypes.NameOf(fields[0].ElementType),
            Shape = PlotText.Shape(fields[0]),
            Step = step,
            Spectra = [.. spectra.Select(one => new SpectrumReport(one.Field.Name, one.Spectrum.Width, one.Spectrum.MeanSquare, one.Spectrum.Sum, one.Spectrum.Shells))],
        };
    }

    private static (PlotField Field, EnergySpectrum Spectrum, long Step) Of(string file, PlotField field)
    {
        if (field.NDim > 3) throw new UsageException($"plot: a spectrum is of an array with 1 to 3 axes, and {field.Name} has {field.NDim}.");
        long step = StepOf(field);
        AxisPart[] parts = [.. field.Axes.Select(axis => axis.Whole(step))];
        Complex[] values = field.ReadComplex(parts);
        int gaps = values.Count(value => !Complex.IsFinite(value));
        if (gaps > 0) throw new InvalidDataException($"{field.Name} in {file} has no spectrum:{PlotText.Gaps(gaps, values.Length, isLog: false)}");
        double most = field.Axes.Max(axis => axis.Size);
        double[] lengths = field.Axes.All(axis => axis.Length is not null) ? [.. field.Axes.Select(axis => axis.Length!.Value)] : [.. field.Axes.Select(axis => 2 * Math.PI * axis.Size / most)];
        return (field, EnergySpectrum.Of(values, [.. parts.Select(part => part.Count)], lengths), step);
    }

    // Points of a periodic field stay periodic where the step divides every axis.
    private static long StepOf(PlotField field)
    {
        long shortest = field.Axes.Min(axis => axis.Size);
        for (long step = 1; step <= shortest; step++)
        {
            if (field.Axes.All(axis => axis.Size % step == 0) && field.Axes.Aggregate(1L, (product, axis) => product * (axis.Size / step)) <= MostPoints) return step;
        }
        throw new UsageException($"plot: {field.Name} has {field.Size} points, more than the {MostPoints} that are transformed at once, and its extents have no common divisor to leave points out by.");
    }
}
