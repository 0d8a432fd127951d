namespace DistArray;

/// <summary>Memory of arrays that are made here: where an array has large faces to exchange with other ranks, such that neighbours on the same node can read them in place.</summary>
internal static unsafe class HaloMemory
{
    private const long HugePage = 2L << 20;

    /// <summary>Takes memory for messages: on a huge page if they are large, since the system copies between processes page by page.</summary>
    public static MemoryOwner Buffer(long bytes) =>
        OperatingSystem.IsLinux() && bytes > 8 * HaloMessage.LargeBytes ? new MappableMemory(Math.Max(bytes, HugePage), zero: false) : new PooledMemory(bytes);

    /// <summary>Takes memory for what a rank stores.</summary>
    public static LocalBlock<T> Allocate<T>(Distribution distribution, MemoryOrder order, bool zero) where T : unmanaged
    {
        ReadOnlySpan<int> shape = distribution.LocalShapeWithHalo;
        if (!distribution.HasHalo || distribution.Communicator.Size == 1 || SharedArena.Instance is null || StridedLayout.Size(shape) * sizeof(T) < 4 * HaloMessage.LargeBytes)
            return LocalBlock<T>.Allocate(shape, order, zero);
        long[] strides = StridedLayout.Contiguous(shape, order, out long size);
        ElementTypes.Of<T>();
        var owner = new MappableMemory(checked(size * sizeof(T)), zero);
        return new LocalBlock<T>((T*)owner.Pointer, shape, strides, owner);
    }
}
