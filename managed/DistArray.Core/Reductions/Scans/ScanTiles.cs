namespace DistArray;

/// <summary>Writes scans along an axis, walked in order.</summary>
/// <param name="extent">Number of indices of the axis.</param>
/// <param name="inner">Number of elements between neighbours along the axis in the order of the walk.</param>
/// <param name="step">Distance of the results of neighbours along the axis in bytes.</param>
/// <param name="isFirst">Whether results begin with the first element along the axis; else it is combined with what lies at its place.</param>
internal unsafe struct ScanTiles<T, TResult, TRule>(long extent, long inner, long step, bool isFirst) : ITileConsumer
    where T : unmanaged where TResult : unmanaged where TRule : struct, IScanRule<T, TResult>
{
    /// <summary>Whether the results' type could hold all.</summary>
    public bool Fits { get; private set; } = true;

    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        var from = (T*)values;
        byte* to = (byte*)destination;
        nint n;
        for (; count > 0; count -= n, from += n, to += n * stride, position += n)
        {
            long index = position / inner % extent;
            n = (nint)Math.Min(count, inner == 1 ? extent - index : inner - (position % inner));
            if (inner == 1) Along(from, n, to, stride, index);
            else Across(from, n, to, stride, index);
        }
    }

    private void Along(T* from, nint count, byte* to, long stride, long index)
    {
        bool fits = true;
        nint i = 0;
        TResult running;
        if (index == 0 && isFirst)
        {
            running = TRule.First(from[i++], ref fits);
            *(TResult*)to = running;
            to += stride;
        }
        else running = *(TResult*)(index == 0 ? to : to - step);
        for (; i < count; i++)
        {
            running = TRule.Combine(running, from[i], ref fits);
            *(TResult*)to = running;
            to += stride;
        }
        Fits &= fits;
    }

    private void Across(T* from, nint count, byte* to, long stride, long index)
    {
        bool fits = true;
        if (index == 0 && isFirst)
        {
            for (nint i = 0; i < count; i++, to += stride) *(TResult*)to = TRule.First(from[i], ref fits);
            Fits &= fits;
            return;
        }
        byte* before = index == 0 ? to : to - step;
        for (nint i = 0; i < count; i++)
        {
            *(TResult*)to = TRule.Combine(*(TResult*)before, from[i], ref fits);
            before += stride;
            to += stride;
        }
        Fits &= fits;
    }
}
