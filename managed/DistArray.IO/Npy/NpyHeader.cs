namespace DistArray.IO;

/// <summary>What the header of a NumPy file says.</summary>
public sealed class NpyHeader
{
    private readonly long[] _shape;

    internal NpyHeader(Version version, ElementType elementType, long[] shape, MemoryOrder fileOrder, bool isBigEndian, int dataOffset)
    {
        Version = version;
        ElementType = elementType;
        _shape = shape;
        FileOrder = fileOrder;
        IsBigEndian = isBigEndian;
        DataOffset = dataOffset;
        Size = _shape.Aggregate(1L, (size, extent) => size * extent);
    }

    /// <summary>Version of the format: 1.0, 2.0 or 3.0.</summary>
    public Version Version { get; }

    /// <summary>Type of the elements.</summary>
    public ElementType ElementType { get; }

    /// <summary>Shape of the array.</summary>
    public ReadOnlySpan<long> Shape => _shape;

    /// <summary>Order of the elements in the file; column-major is NumPy's <c>fortran_order</c>.</summary>
    public MemoryOrder FileOrder { get; }

    /// <summary>Whether the most significant byte comes first.</summary>
    public bool IsBigEndian { get; }

    /// <summary>Bytes before the first element.</summary>
    public int DataOffset { get; }

    /// <summary>Elements.</summary>
    internal long Size { get; }

    /// <summary>Bytes of all elements.</summary>
    internal long DataBytes => Size * ElementTypes.SizeOf(ElementType);

    /// <summary>Type, shape and order as a text.</summary>
    public override string ToString() => $"{ElementTypes.NameOf(ElementType)} {ShapeText(_shape)}, {FileOrder}{(IsBigEndian ? ", big-endian" : "")}";

    /// <summary>A shape as Python writes it.</summary>
    internal static string ShapeText(ReadOnlySpan<long> shape) => $"({string.Join(", ", shape.ToArray())}{(shape.Length == 1 ? "," : "")})";
}
