using DistArray.Cli.CommandLine;
using DistArray.Cli.Files;
using DistArray.Cli.Plotting.Fields;
using DistArray.Cli.Plotting.Kinds;
using DistArray.IO;

namespace DistArray.Cli.Plotting;

/// <summary><c>distarray plot</c>.</summary>
internal sealed class PlotCommand : Command
{
    public override string Name => "plot";

    public override string Summary => "draws a picture of an array: map, slice, profile, spectrum, time series";

    public override string Description => """
        Draws arrays of a file, HDF5 (fields, checkpoints, series), .npy, .npz, .dnpy, Fortran's or raw, or the columns of a text table, to a PNG file. Of a large
        file only the points that the picture needs are read (of .dnpy and compressed .npz all of the array); the line below the picture says so.

        Axis x is the one that varies fastest in the file: the last one of an array in C order, the first one in Fortran order. Maps have x from left
        to right, y from the bottom to the top, the origin at the lower left; --transpose exchanges them. Coordinates are indices, or come from
        attributes of HDF5: "origin" and "spacing", or "lengths" (one number an axis, slowest first, or one for all); labels from "units".

          map       an array of 2 axes as colours
          slice     a plane of an array of 3 axes as colours
          profile   the mean over all axes but one, within the band of least and largest value; several arrays in one picture
          spectrum  energy by shells of wavenumbers of a periodic field of 1 to 3 axes: with û = Σ u exp(-ikx) / N, shell s has Σ |û|² over
                    s - ½ ≤ |k| / k₁ < s + ½, where k₁ is 2π over the longest side; all shells add up to the mean square of the field. E(k) is a
                    shell's part over k₁. Without coordinates points are at equal distances along all axes, and k₁ is 1
          series    columns of a table over its column t, time or step, or its first one

        NaN and infinities are gaps, and counted; of complex numbers the modulus is drawn, and all of them is in a spectrum.
        """;

    public override IReadOnlyList<Operand> Operands => PlotOptions.Operands;

    public override IReadOnlyList<Option> Options => PlotOptions.Options;

    public override string Remarks => """
        Examples:
          distarray plot run/fields_00000100.h5 density -o density.png
          distarray plot run.h5 u v w --kind spectrum --slope -5/3
          distarray plot u.npy --kind slice --axis z --index -1 --limits -1,1
          distarray plot energy.csv kinetic magnetic --log
        """;

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        var options = new PlotOptions(given);
        if (Path.GetDirectoryName(Path.GetFullPath(options.Output)) is { } folder && !Directory.Exists(folder)) throw new UsageException($"plot: -o {options.Output}: there is no folder {folder}.");
        try
        {
            using FieldSource source = FieldSource.Open(options.File, options.Raw, options.Record);
            PlotReport report = source.File is TableArrayFile table ? OfTable(options, table) : OfArrays(options, source);
            output.WriteLine(given.Has(Common.Json) ? JsonText.Of(report) : report.ToString());
            return ExitStatus.Good;
        }
        catch (Exception e) when (e is not UsageException && ExitStatus.Of(e) is { } status)
        {
            error.WriteLine($"distarray: plot: {e.Message}");
            return status;
        }
    }

    private static PlotReport OfTable(PlotOptions options, TableArrayFile file)
    {
        if (options.Kind is not (null or PlotKind.Series)) throw new UsageException($"plot: {options.File} is a text table: --kind series is for it.");
        options.Expect(PlotKind.Series);
        return SeriesPlot.Draw(options, file.Table);
    }

    private static PlotReport OfArrays(PlotOptions options, FieldSource source)
    {
        FileField[] fields = options.Names.Count == 0 ? [source.Field(null)] : [.. options.Names.Select(source.Field)];
        if (fields.FirstOrDefault(field => field.NDim == 0) is { } single) throw new UsageException($"plot: {single.Name} is a single value.");
        FileField first = fields[0];
        PlotKind kind = options.Kind ?? first.NDim switch
        {
            1 => PlotKind.Profile,
            2 => PlotKind.Map,
            3 => PlotKind.Slice,
            _ => throw new UsageException($"plot: {first.Name} has {first.NDim} axes. Give --kind profile and --axis."),
        };
        options.Expect(kind);
        if (fields.FirstOrDefault(field => field.Size == 0) is { } empty) throw new UsageException($"plot: {empty.Name} is empty: its shape is ({string.Join(", ", empty.Axes.Select(axis => axis.Size))}).");
        return kind switch
        {
            PlotKind.Map or PlotKind.Slice => fields.Length == 1 ? MapPlot.Draw(options, kind, first) : throw new UsageException($"plot: a {kind.ToString().ToLowerInvariant()} is of one array, and {fields.Length} are named."),
            PlotKind.Profile => ProfilePlot.Draw(options, fields),
            PlotKind.Spectrum => SpectrumPlot.Draw(options, fields),
            _ => throw new UsageException($"plot: --kind series is for text tables, and {options.File} holds arrays; --kind profile draws arrays of one axis as curves."),
        };
    }
}
