using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>Where the points of a file's fields are, as far as it tells.</summary>
/// <remarks>Looked for are, in this order: attributes "origin" and "spacing" of the dataset; those of the group "grid", as series have them; attributes "lengths"
/// or "length" of the dataset or the file, the lengths of periods. Numbers are one an axis, slowest first, or one for all.</remarks>
internal sealed class Hdf5Grid(Hdf5File file)
{
    private readonly (double[]? Origin, double[]? Spacing) _ofGroup = file.Contains("grid") && Group(file) is { } group ? OriginAndSpacing(group) : default;
    private readonly double[]? _lengths = Lengths(file.Attributes);

    /// <summary>Origin and spacing along each axis of a dataset, or null.</summary>
    public (double[] Origin, double[] Spacing)? Of(Hdf5Dataset dataset)
    {
        (double[]? Origin, double[]? Spacing) own = OriginAndSpacing(dataset.Attributes);
        int ndim = dataset.NDim;
        foreach ((double[]? origin, double[]? spacing) in new[] { own, _ofGroup })
            if (PerAxis(spacing, ndim) is { } distances && distances.All(distance => distance > 0 && double.IsFinite(distance))) return (PerAxis(origin, ndim) ?? new double[ndim], distances);
        foreach (double[]? given in new[] { Lengths(dataset.Attributes), _lengths })
            if (PerAxis(given, ndim) is { } lengths && lengths.All(length => length > 0 && double.IsFinite(length))) return (new double[ndim], [.. lengths.Select((length, axis) => length / dataset.Shape[axis])]);
        return null;
    }

    private static Hdf5Attributes? Group(Hdf5File file) => file.GetEntries().First(entry => entry.Name == "grid").Kind == Hdf5ObjectKind.Group ? file.OpenGroup("grid").Attributes : null;

    private static (double[]? Origin, double[]? Spacing) OriginAndSpacing(Hdf5Attributes attributes) => (Hdf5Numbers.Of(attributes, "origin"), Hdf5Numbers.Of(attributes, "spacing"));

    private static double[]? Lengths(Hdf5Attributes attributes) => Hdf5Numbers.Of(attributes, "lengths") ?? Hdf5Numbers.Of(attributes, "length");

    private static double[]? PerAxis(double[]? numbers, int ndim) =>
        numbers is [var one] ? [.. Enumerable.Repeat(one, ndim)] : numbers?.Length == ndim ? numbers : null;
}
