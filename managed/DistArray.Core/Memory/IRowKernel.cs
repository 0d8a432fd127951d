namespace DistArray;

/// <summary>What <see cref="StridedLoop"/> does with a row of up to three operands. Strides are in bytes.</summary>
internal unsafe interface IRowKernel
{
    void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count);
}
