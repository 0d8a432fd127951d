namespace DistArray;

/// <summary>What an array is indexed by along an axis: an index, a range, a slice with a step, a new axis, or the rest of the axes; or, as in NumPy's advanced
/// indexing, an array of indices or a mask.</summary>
/// <remarks>Made by conversion: <c>a[3, ^1, 2..8, ..]</c>, <c>a[Np.Slice(null, null, -1), Np.NewAxis, Np.Ellipsis]</c>, <c>a[new long[] { 0, 5 }]</c>. Negative indices
/// count from the end, and ranges are cut to the axis, as NumPy's.</remarks>
public readonly struct AxisIndex
{
    private AxisIndex(AxisIndexKind kind, Slice slice = default, long index = 0, object? array = null)
    {
        Kind = kind;
        Slice = slice;
        Index = index;
        Array = array;
    }

    internal AxisIndexKind Kind { get; }

    internal Slice Slice { get; }

    internal long Index { get; }

    /// <summary>A <c>DistArray&lt;long&gt;</c> or <c>DistArray&lt;bool&gt;</c>.</summary>
    internal object? Array { get; }

    internal static AxisIndex NewAxis { get; } = new(AxisIndexKind.NewAxis);

    internal static AxisIndex Ellipsis { get; } = new(AxisIndexKind.Ellipsis);

    internal static AxisIndex All { get; } = new(AxisIndexKind.Slice);

    /// <summary>One index: the axis goes.</summary>
    /// <param name="index">Index; negative from the end.</param>
    public static implicit operator AxisIndex(int index) => new(AxisIndexKind.Index, index: index);

    /// <summary>One index: the axis goes.</summary>
    /// <param name="index">Index; negative from the end.</param>
    public static implicit operator AxisIndex(long index) => new(AxisIndexKind.Index, index: index);

    /// <summary>One index, which may count from the end: the axis goes.</summary>
    /// <param name="index">Index; ^1 is the last.</param>
    public static implicit operator AxisIndex(Index index) => new(index.IsFromEnd && index.Value == 0 ? AxisIndexKind.BehindEnd : AxisIndexKind.Index, index: index.IsFromEnd ? -index.Value : index.Value);

    /// <summary>A range of indices; <c>..</c> is all of them.</summary>
    /// <param name="range">The range.</param>
    public static implicit operator AxisIndex(Range range) => new(AxisIndexKind.Slice, Slice.Of(range));

    /// <summary>A slice with a step.</summary>
    /// <param name="slice">The slice.</param>
    public static implicit operator AxisIndex(Slice slice) => new(AxisIndexKind.Slice, slice);

    /// <summary>Listed indices, the same on every rank: a copy, not a view.</summary>
    /// <param name="indices">Indices; negative from the end.</param>
    public static implicit operator AxisIndex(long[] indices) => new(AxisIndexKind.Array, array: (DistArray<long>)indices);

    /// <summary>Listed indices, the same on every rank: a copy, not a view.</summary>
    /// <param name="indices">Indices; negative from the end.</param>
    public static implicit operator AxisIndex(int[] indices) => new(AxisIndexKind.Array, array: (DistArray<long>)System.Array.ConvertAll(indices ?? throw new ArgumentNullException(nameof(indices)), index => (long)index));

    /// <summary>A mask, the same on every rank: a copy, not a view.</summary>
    /// <param name="mask">Which indices to take.</param>
    public static implicit operator AxisIndex(bool[] mask) => new(AxisIndexKind.Array, array: (DistArray<bool>)mask);

    /// <summary>An array of indices: a copy, not a view.</summary>
    /// <param name="indices">Indices; negative from the end.</param>
    public static implicit operator AxisIndex(DistArray<long> indices) => new(AxisIndexKind.Array, array: indices ?? throw new ArgumentNullException(nameof(indices)));

    /// <summary>A mask over as many axes as it has: a copy, not a view.</summary>
    /// <param name="mask">Which elements to take.</param>
    public static implicit operator AxisIndex(DistArray<bool> mask) => new(AxisIndexKind.Array, array: mask ?? throw new ArgumentNullException(nameof(mask)));
}

/// <summary>The kinds of an <see cref="AxisIndex"/>.</summary>
internal enum AxisIndexKind
{
    Slice,
    Index,
    BehindEnd,
    NewAxis,
    Ellipsis,
    Array,
}
