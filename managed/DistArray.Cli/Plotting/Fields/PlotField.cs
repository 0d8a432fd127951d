using System.Numerics;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>An array of which parts are read. Its axes are those of a file with the slowest first, whatever order the file calls them in.</summary>
internal abstract class PlotField(string name, ElementType elementType, FieldAxis[] axes)
{
    public string Name { get; } = name;

    public ElementType ElementType { get; } = elementType;

    public IReadOnlyList<FieldAxis> Axes { get; } = axes;

    public int NDim => Axes.Count;

    public long Size => Axes.Aggregate(1L, (size, axis) => size * axis.Size);

    /// <summary>Unit of the values, where one is recorded.</summary>
    public string? Unit { get; init; }

    /// <summary>When it is, where that is recorded.</summary>
    public double? Time { get; init; }

    public bool IsComplex => ElementType is ElementType.Complex64 or ElementType.Complex128;

    /// <summary>What stands at its values: name, bars of a modulus, unit.</summary>
    public string Label => $"{(IsComplex ? $"|{Name}|" : Name)}{(Unit is null ? "" : $" [{Unit}]")}";

    /// <summary>Reads real numbers; of complex ones the moduli.</summary>
    /// <param name="parts">What to read, a part an axis.</param>
    /// <returns>The values, the last axis fastest.</returns>
    public double[] Read(AxisPart[] parts) => IsComplex ? Array.ConvertAll(ReadComplex(parts), Complex.Abs) : Read<double>(parts);

    /// <summary>Reads numbers as complex ones.</summary>
    /// <param name="parts">What to read, a part an axis.</param>
    /// <returns>The values, the last axis fastest.</returns>
    public Complex[] ReadComplex(AxisPart[] parts) => Read<Complex>(parts);

    /// <summary>A part as an array of this process, its axes in the order of <see cref="Axes"/>.</summary>
    protected abstract DistArray<T> Part<T>(AxisPart[] parts) where T : unmanaged;

    private T[] Read<T>(AxisPart[] parts) where T : unmanaged => ElementTypes.Invoke(ElementType, new Reading<T>(this, parts));

    private sealed class Reading<T>(PlotField field, AxisPart[] parts) : IElementFunction<T[]> where T : unmanaged
    {
        public T[] Invoke<TSource>() where TSource : unmanaged
        {
            using DistArray<TSource> part = field.Part<TSource>(parts);
            using DistArray<T> converted = part.AsType<T>();
            return converted.LocalToArray();
        }
    }
}
