namespace DistArray.Trilinos;

/// <summary>The memory of an array as columns without gaps: what Trilinos' vectors can share.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
internal readonly unsafe struct VectorMemory<T> where T : unmanaged
{
    private VectorMemory(LocalView<T> rows, int[] order, long stride, int columns, MemoryOwner owner)
    {
        Pointer = rows.Size > 0 ? rows.Pointer : null;
        Rows = checked((int)rows.Size);
        Order = order;
        Stride = Math.Max(stride, Rows);
        Columns = columns;
        Owner = owner;
    }

    /// <summary>First element of the first column; null where the rank has none.</summary>
    public T* Pointer { get; }

    /// <summary>Number of this rank's rows.</summary>
    public int Rows { get; }

    /// <summary>Axes of the rows from the slowest to the fastest.</summary>
    public int[] Order { get; }

    /// <summary>Elements from one column to the next.</summary>
    public long Stride { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>What keeps the memory alive.</summary>
    public MemoryOwner Owner { get; }

    /// <summary>The memory of an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="columnAxis">The axis along which the columns are, or -1 where the array is one.</param>
    /// <param name="vector">Who wants it, for messages.</param>
    /// <exception cref="NotSupportedException">The elements of a column have gaps between them, or the columns lie in each other.</exception>
    public static VectorMemory<T> Of(DistArray<T> array, int columnAxis, string vector)
    {
        LocalBlock<T> block = array.Block;
        LocalView<T> all = array.LocalView, rows = all;
        long stride = 0;
        int columns = 1;
        if (columnAxis >= 0)
        {
            columns = checked((int)array.Shape[columnAxis]);
            stride = columns > 1 ? all.Strides[columnAxis] : 0;
            rows = all.Select(columnAxis, 0);
        }
        int[]? order = LocalOrder.Of(rows.Shape, rows.Strides);
        if (order is null || (columns > 1 && rows.Size > 0 && stride < rows.Size)) throw Gaps(array, columnAxis, vector, block);
        return new VectorMemory<T>(rows, order, stride, columns, block.Owner);
    }

    /// <summary>All of an array's memory, its halo included, as one column.</summary>
    /// <exception cref="NotSupportedException">The memory has gaps.</exception>
    public static VectorMemory<T> WithHalo(DistArray<T> array)
    {
        LocalView<T> all = array.LocalViewWithHalo;
        int[] order = LocalOrder.Of(all.Shape, all.Strides) ?? throw new NotSupportedException("The array's memory has gaps beyond its halo. Copy it with CopyToTpetra.");
        return new VectorMemory<T>(all, order, 0, 1, array.Block.Owner);
    }

    private static NotSupportedException Gaps(DistArray<T> array, int columnAxis, string vector, LocalBlock<T> block)
    {
        string strides = string.Join(", ", block.Strides.ToArray()), shape = string.Join(", ", array.Shape.ToArray());
        bool halo = !array.LocalShape.SequenceEqual(array.Distribution.LocalShapeWithHalo);
        string reason = halo ? "a halo lies between them" : columnAxis >= 0 ? "each column must lie in one piece, column after column" : "a vector's elements lie one after another";
        string way = columnAxis >= 0 && !halo ? $"Make the array column-major (MemoryOrder.ColumnMajor), or of shape (columns, rows) and pass columnAxis: 0, or copy it with CopyTo{vector}"
            : halo ? $"Copy it with CopyTo{vector}, or share all of the memory with TpetraVector.WrapWithHalo" : $"Copy it with CopyTo{vector}";
        return new NotSupportedException($"{vector} cannot share an array of shape ({shape}) and strides ({strides}): {reason}. {way}.");
    }
}
