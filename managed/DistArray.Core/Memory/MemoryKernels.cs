namespace DistArray;

/// <summary>Sets the elements of a row.</summary>
internal unsafe struct FillKernel<T>(T value) : IRowKernel where T : unmanaged
{
    public readonly void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
    {
        if (s0 == sizeof(T) && count <= int.MaxValue)
        {
            new Span<T>(p0, (int)count).Fill(value);
            return;
        }
        for (long i = 0; i < count; i++) *(T*)((byte*)p0 + (i * s0)) = value;
    }
}

/// <summary>Copies a row of the second operand to the first.</summary>
internal unsafe struct CopyKernel<T> : IRowKernel where T : unmanaged
{
    public readonly void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
    {
        if (s0 == sizeof(T) && s1 == sizeof(T))
        {
            Buffer.MemoryCopy(p1, p0, count * sizeof(T), count * sizeof(T));
            return;
        }
        for (long i = 0; i < count; i++) *(T*)((byte*)p0 + (i * s0)) = *(T*)((byte*)p1 + (i * s1));
    }
}
