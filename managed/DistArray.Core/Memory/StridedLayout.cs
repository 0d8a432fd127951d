namespace DistArray;

/// <summary>Arithmetic of shapes and strides.</summary>
internal static class StridedLayout
{
    /// <summary>Strides without gaps.</summary>
    public static long[] Contiguous(ReadOnlySpan<int> shape, MemoryOrder order, out long size)
    {
        var strides = new long[shape.Length];
        size = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            int axis = order == MemoryOrder.RowMajor ? shape.Length - 1 - i : i;
            strides[axis] = size;
            ArgumentOutOfRangeException.ThrowIfNegative(shape[axis], nameof(shape));
            size = checked(size * shape[axis]);
        }
        return strides;
    }

    /// <summary>Whether the elements lie without gaps in an order, so that they are a span. Strides of axes of one element do not matter.</summary>
    public static bool IsContiguous(ReadOnlySpan<int> shape, ReadOnlySpan<long> strides, MemoryOrder order)
    {
        long expected = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            int axis = order == MemoryOrder.RowMajor ? shape.Length - 1 - i : i;
            if (shape[axis] == 0) return true;
            if (shape[axis] > 1 && strides[axis] != expected) return false;
            expected *= shape[axis];
        }
        return true;
    }

    /// <summary>Which order the strides are nearer to.</summary>
    public static MemoryOrder OrderOf(ReadOnlySpan<int> shape, ReadOnlySpan<long> strides)
    {
        if (IsContiguous(shape, strides, MemoryOrder.RowMajor)) return MemoryOrder.RowMajor;
        long previous = 0;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] <= 1) continue;
            if (Math.Abs(strides[axis]) < previous) return MemoryOrder.RowMajor;
            previous = Math.Abs(strides[axis]);
        }
        return shape.Length > 1 ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor;
    }

    public static long Size(ReadOnlySpan<int> shape)
    {
        long size = 1;
        foreach (int extent in shape) size *= extent;
        return size;
    }
}
