namespace DistArray;

public sealed unsafe partial class DistArray<T>
{
    private static readonly Distribution s_scalar = Distribution.Literal([]);

    private readonly bool _isLiteral;
    private readonly FusedConstant _literal;

    private DistArray(T value)
    {
        Distribution = s_scalar;
        _isLiteral = true;
        _literal = FusedConstant.Of(value);
    }

    /// <summary>A value as an array without axes, which every rank has by itself.</summary>
    /// <param name="value">The value; the same on every rank.</param>
    /// <remarks>Local. It meets arrays of any distribution.</remarks>
    public static implicit operator DistArray<T>(T value) => new(value);

    /// <summary>Values as an array of one axis, which every rank has by itself.</summary>
    /// <param name="values">The values, the same on every rank; they are copied.</param>
    /// <remarks>Local. It meets arrays of any distribution.</remarks>
    public static implicit operator DistArray<T>(T[] values) => Literal(values, [(values ?? throw new ArgumentNullException(nameof(values))).Length]);

    /// <summary>Values as an array of one axis, which every rank has by itself.</summary>
    /// <param name="values">The values, the same on every rank; they are copied.</param>
    /// <remarks>Local. It meets arrays of any distribution.</remarks>
    public static implicit operator DistArray<T>(ReadOnlySpan<T> values) => Literal(values, [values.Length]);

    /// <summary>Values as an array of one axis, which every rank has by itself.</summary>
    /// <param name="values">The values, the same on every rank; they are copied.</param>
    /// <remarks>Local. It meets arrays of any distribution.</remarks>
    public static implicit operator DistArray<T>(Span<T> values) => Literal(values, [values.Length]);

    /// <summary>Values as an array of two axes, which every rank has by itself.</summary>
    /// <param name="values">The values, the same on every rank; they are copied.</param>
    /// <remarks>Local. It meets arrays of any distribution.</remarks>
    public static implicit operator DistArray<T>(T[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        fixed (T* first = values) return Literal(new ReadOnlySpan<T>(first, values.Length), [values.GetLength(0), values.GetLength(1)]);
    }

    /// <summary>A copy of values that every rank has by itself.</summary>
    internal static DistArray<T> Literal(ReadOnlySpan<T> values, ReadOnlySpan<long> shape)
    {
        DistArray<T> array = Allocate(Distribution.Literal(shape), MemoryOrder.RowMajor, zero: false);
        values.CopyTo(array.LocalSpan);
        return array;
    }

    private LocalBlock<T> LiteralBlock()
    {
        LocalBlock<T> block = LocalBlock<T>.Allocate([], zero: false);
        FusedConstant value = _literal;
        *block.Pointer = *(T*)&value;
        return block;
    }
}
