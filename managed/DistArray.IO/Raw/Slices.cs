namespace DistArray.IO;

/// <summary>The slices of an array along the slowest axis of its file.</summary>
internal static class Slices
{
    /// <summary>Elements of an array.</summary>
    /// <param name="shape">Its shape.</param>
    /// <exception cref="ArgumentException">An extent is negative.</exception>
    public static long SizeOf(ReadOnlySpan<long> shape)
    {
        long size = 1;
        foreach (long extent in shape)
            size = extent >= 0 ? checked(size * extent) : throw new ArgumentException($"The shape {NpyHeader.ShapeText(shape)} has a negative extent.", nameof(shape));
        return size;
    }

    /// <summary>How many there are, and the bytes of each.</summary>
    /// <param name="shape">Shape as stored.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <param name="fileOrder">Order in the file: the slowest axis is the first in row-major, the last in column-major order.</param>
    public static (long Count, long Bytes) Of(ReadOnlySpan<long> shape, int elementSize, MemoryOrder fileOrder)
    {
        if (shape.IsEmpty)
            return (1, elementSize);
        int slowest = fileOrder == MemoryOrder.RowMajor ? 0 : shape.Length - 1;
        long bytes = elementSize;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (axis != slowest)
                bytes = checked(bytes * shape[axis]);
        }
        return (shape[slowest], bytes);
    }
}
