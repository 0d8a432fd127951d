namespace DistArray.IO;

/// <summary>Something in a <see cref="FieldFile"/>: a field, values such as a step and a time, or bytes that nobody needs.</summary>
public sealed class FieldItem
{
    private FieldItem(string name, ElementType type, long[] shape, MemoryOrder order, int[] haloLow, int[] haloHigh, bool isSlices, bool isField) =>
        (Name, ElementType, GlobalShape, Order, Low, High, IsSlices, IsField) = (name, type, shape, order, haloLow, haloHigh, isSlices, isField);

    /// <summary>Its name, by which it is read and written; empty where it is skipped.</summary>
    public string Name { get; }

    /// <summary>Type of its elements.</summary>
    public ElementType ElementType { get; }

    /// <summary>Global shape of a field, halo not counted; of values their number.</summary>
    public ReadOnlySpan<long> Shape => GlobalShape;

    /// <summary>Order in the file.</summary>
    public MemoryOrder Order { get; }

    /// <summary>Halo cells in the file before the first element of every axis.</summary>
    public ReadOnlySpan<int> HaloLow => Low;

    /// <summary>Halo cells in the file behind the last element of every axis.</summary>
    public ReadOnlySpan<int> HaloHigh => High;

    /// <summary>Whether every slice along the slowest axis has a record of its own.</summary>
    public bool IsSlices { get; }

    /// <summary>Whether it is a field; otherwise it is a few values or skipped.</summary>
    public bool IsField { get; }

    internal long[] GlobalShape { get; }

    internal int[] Low { get; }

    internal int[] High { get; }

    internal bool HasHalo => Low.Any(width => width > 0) || High.Any(width => width > 0);

    /// <summary>Shape as stored, halo counted.</summary>
    internal long[] StoredShape => [.. GlobalShape.Select((extent, axis) => extent + Low[axis] + High[axis])];

    /// <summary>Bytes in the file, markers not counted.</summary>
    internal long ByteCount => StoredShape.Aggregate((long)ElementTypes.SizeOf(ElementType), (bytes, extent) => checked(bytes * extent));

    internal string Text => Name.Length == 0 ? $"{ByteCount} bytes skipped"
        : $"{Name}: {ElementTypes.NameOf(ElementType)} ({string.Join(", ", StoredShape)}){(HasHalo ? " with halo" : "")}, {ByteCount} bytes{(IsSlices ? " in slices" : "")}";

    /// <summary>A field.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Global shape, halo not counted.</param>
    /// <param name="order">Order in the file; in column-major order the first index varies fastest.</param>
    /// <param name="haloLow">Halo cells in the file before the first element of every axis; none if empty.</param>
    /// <param name="haloHigh">Halo cells in the file behind the last element of every axis; as many as before if empty.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">The name is empty, an extent or a width negative, or there are not as many widths as axes.</exception>
    public static FieldItem Field<T>(string name, ReadOnlySpan<long> shape, MemoryOrder order = MemoryOrder.ColumnMajor, ReadOnlySpan<int> haloLow = default, ReadOnlySpan<int> haloHigh = default)
        where T : unmanaged => Make(name, ElementTypes.Of<T>(), shape, order, haloLow, haloHigh, isSlices: false);

    /// <summary>A field of which every slice along the slowest axis, the last one in column-major order, has a record of its own.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="shape">Global shape, halo not counted.</param>
    /// <param name="order">Order in the file.</param>
    /// <param name="haloLow">Halo cells in the file before the first element of every axis; none if empty.</param>
    /// <param name="haloHigh">Halo cells in the file behind the last element of every axis; as many as before if empty.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">The name is empty, an extent or a width negative, or there are not as many widths as axes.</exception>
    public static FieldItem Slices<T>(string name, ReadOnlySpan<long> shape, MemoryOrder order = MemoryOrder.ColumnMajor, ReadOnlySpan<int> haloLow = default, ReadOnlySpan<int> haloHigh = default)
        where T : unmanaged => Make(name, ElementTypes.Of<T>(), shape, order, haloLow, haloHigh, isSlices: true);

    /// <summary>A value, such as a step or a time.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static FieldItem Value<T>(string name) where T : unmanaged => Values<T>(name, 1);

    /// <summary>Some values, such as extents.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="name">Their name.</param>
    /// <param name="count">Their number.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">The name is empty or the count negative.</exception>
    public static FieldItem Values<T>(string name, int count) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new FieldItem(name, ElementTypes.Of<T>(), [count], MemoryOrder.RowMajor, [0], [0], false, isField: false);
    }

    /// <summary>Bytes that are skipped on reading and zero on writing.</summary>
    /// <param name="bytes">Their number.</param>
    /// <returns>The item.</returns>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public static FieldItem Skip(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        return new FieldItem("", ElementType.UInt8, [bytes], MemoryOrder.RowMajor, [0], [0], false, isField: false);
    }

    /// <summary>The same with other widths or another precision, to find out what a file of another size may be.</summary>
    internal FieldItem With(ElementType type, int[] low, int[] high) => new(Name, type, GlobalShape, Order, low, high, IsSlices, IsField);

    private static FieldItem Make(string name, ElementType type, ReadOnlySpan<long> shape, MemoryOrder order, ReadOnlySpan<int> low, ReadOnlySpan<int> high, bool isSlices)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        int[] before = low.IsEmpty ? new int[shape.Length] : low.ToArray(), after = high.IsEmpty ? before : high.ToArray();
        if (before.Length != shape.Length || after.Length != shape.Length)
            throw new ArgumentException($"{name}: {shape.Length} axes have {before.Length} and {after.Length} halo widths. Give one for each axis and side.");
        foreach (long extent in shape)
            ArgumentOutOfRangeException.ThrowIfNegative(extent, nameof(shape));
        if (before.Any(width => width < 0) || after.Any(width => width < 0))
            throw new ArgumentException($"{name}: halo widths are 0 or more.");
        return new FieldItem(name, type, shape.ToArray(), order, before, after, isSlices, isField: true);
    }
}
