using System.Numerics;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>An array of a file, of which parts are read. Its axes are those of the file with the slowest first, whatever order the file calls them in.</summary>
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
    public double[] Read(AxisPart[] parts) => ElementType switch
    {
        ElementType.Boolean => Real<bool>(parts),
        ElementType.Int8 => Real<sbyte>(parts),
        ElementType.UInt8 => Real<byte>(parts),
        ElementType.Int16 => Real<short>(parts),
        ElementType.UInt16 => Real<ushort>(parts),
        ElementType.Int32 => Real<int>(parts),
        ElementType.UInt32 => Real<uint>(parts),
        ElementType.Int64 => Real<long>(parts),
        ElementType.UInt64 => Real<ulong>(parts),
        ElementType.Float32 => Real<float>(parts),
        ElementType.Float64 => Real<double>(parts),
        ElementType.Logical32 => Real<Logical32>(parts),
        ElementType.Logical64 => Real<Logical64>(parts),
        _ => Array.ConvertAll(ReadComplex(parts), Complex.Abs),
    };

    /// <summary>Reads numbers as complex ones.</summary>
    /// <param name="parts">What to read, a part an axis.</param>
    /// <returns>The values, the last axis fastest.</returns>
    public Complex[] ReadComplex(AxisPart[] parts) => ElementType switch
    {
        ElementType.Complex64 => Array.ConvertAll(Values<Complex64>(parts), value => (Complex)value),
        ElementType.Complex128 => Values<Complex>(parts),
        _ => Array.ConvertAll(Read(parts), value => new Complex(value, 0)),
    };

    /// <summary>A part as an array of this process, its axes in the order of <see cref="Axes"/>.</summary>
    protected abstract DistArray<T> Part<T>(AxisPart[] parts) where T : unmanaged;

    private double[] Real<T>(AxisPart[] parts) where T : unmanaged
    {
        using DistArray<T> part = Part<T>(parts);
        using DistArray<double> real = part.AsType<double>();
        return real.LocalToArray();
    }

    private T[] Values<T>(AxisPart[] parts) where T : unmanaged
    {
        using DistArray<T> part = Part<T>(parts);
        return part.LocalToArray();
    }
}
