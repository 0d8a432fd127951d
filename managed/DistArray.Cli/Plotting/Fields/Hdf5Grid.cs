using DistArray.Cli.Files;
using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>Where the points of a file's fields are, as far as it tells.</summary>
/// <remarks>Looked for are, in this order: attributes "origin" and "spacing" of the dataset; those of the group "grid", as series have them; attributes "lengths"
/// or "length" of the dataset or the file, the lengths of periods. Numbers are one an axis, slowest first, or one for all.</remarks>
internal sealed class Hdf5Grid(Hdf5ArrayFile file)
{
    private readonly (double[]? Origin, double[]? Spacing) _ofGroup = file.HasGroup("/grid") ? OriginAndSpacing(file.File.OpenGroup("grid").Attributes) : default;
    private readonly double[]? _lengths = Lengths(file.File.Attributes);

    /// <summary>Origin and spacing along each axis of a dataset, or null.</summary>
    /// <param name="attributes">The dataset's.</param>
    /// <param name="shape">Its shape, slowest axis first.</param>
    public (double[] Origin, double[] Spacing)? Of(Hdf5Attributes attributes, long[] shape)
    {
        (double[]? Origin, double[]? Spacing) own = OriginAndSpacing(attributes);
        int ndim = shape.Length;
        foreach ((double[]? origin, double[]? spacing) in new[] { own, _ofGroup })
            if (PerAxis(spacing, ndim) is { } distances && distances.All(distance => distance > 0 && double.IsFinite(distance))) return (PerAxis(origin, ndim) ?? new double[ndim], distances);
        foreach (double[]? given in new[] { Lengths(attributes), _lengths })
            if (PerAxis(given, ndim) is { } lengths && lengths.All(length => length > 0 && double.IsFinite(length))) return (new double[ndim], [.. lengths.Select((length, axis) => length / shape[axis])]);
        return null;
    }

    private static (double[]? Origin, double[]? Spacing) OriginAndSpacing(Hdf5Attributes attributes) => (Hdf5Numbers.Of(attributes, "origin"), Hdf5Numbers.Of(attributes, "spacing"));

    private static double[]? Lengths(Hdf5Attributes attributes) => Hdf5Numbers.Of(attributes, "lengths") ?? Hdf5Numbers.Of(attributes, "length");

    private static double[]? PerAxis(double[]? numbers, int ndim) =>
        numbers is [var one] ? [.. Enumerable.Repeat(one, ndim)] : numbers?.Length == ndim ? numbers : null;
}
