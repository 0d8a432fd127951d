namespace DistArray.IO;

/// <summary>Where the elements of an array lie in a file.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <param name="Order">Order of the axes in the file.</param>
/// <param name="Own">What this rank owns of the array, as it lies there.</param>
/// <param name="Slab">What this rank owns of a slab, a row-major box with its axes in the order of the file that begins at an index.</param>
internal sealed record FilePlace<T>(MemoryOrder Order, Func<LocalPart<T>> Own, Func<DistArray<T>, long[], LocalPart<T>> Slab) where T : unmanaged
{
    /// <summary>An array that is all that the file holds from the first element on.</summary>
    /// <param name="array">The array.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <param name="forReading">Whether every rank that has a copy gets it; for writing the first stands for all.</param>
    public static FilePlace<T> Whole(DistArray<T> array, MemoryOrder fileOrder, bool forReading)
    {
        ReadOnlySpan<long> shape = array.Distribution.Shape;
        long[] stored = shape.ToArray();
        if (fileOrder == MemoryOrder.ColumnMajor)
            Array.Reverse(stored);
        return new FilePlace<T>(fileOrder, () => LocalParts.Owned(array, fileOrder, forReading), (slab, first) => LocalParts.Within(slab, stored, first));
    }
}
