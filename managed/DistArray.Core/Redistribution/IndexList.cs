namespace DistArray;

/// <summary>Local indices along an axis in a given order, as combs.</summary>
internal sealed class IndexList
{
    private readonly Comb[] _combs;

    public IndexList(params Comb[] combs)
    {
        _combs = combs;
        foreach (Comb comb in combs) Count += comb.Size;
    }

    /// <summary>Number of indices.</summary>
    public int Count { get; }

    public ReadOnlySpan<Comb> Combs => _combs;

    /// <summary>Neighbouring indices.</summary>
    public static IndexList Range(int start, int count) => count == 0 ? new IndexList() : new IndexList(new Comb(start, 0, 1, count));

    /// <summary>Indices in any order.</summary>
    public static IndexList Of(ReadOnlySpan<int> indices)
    {
        var builder = new IndexListBuilder();
        foreach (int index in indices) builder.Add(index, 1);
        return builder.ToList();
    }

    /// <summary>A part of the list.</summary>
    public IndexList Slice(int from, int count)
    {
        if (from == 0 && count == Count) return this;
        var builder = new IndexListBuilder();
        foreach (Comb comb in _combs)
        {
            if (count == 0) break;
            int first = Math.Min(from, comb.Size), taken = Math.Min(comb.Size - first, count);
            from -= first;
            count -= taken;
            Take(builder, comb, first, taken);
        }
        return builder.ToList();
    }

    public int[] ToArray()
    {
        var indices = new int[Count];
        int at = 0;
        foreach (Comb comb in _combs)
            for (int i = 0; i < comb.Size; i++) indices[at++] = comb[i];
        return indices;
    }

    private static void Take(IndexListBuilder builder, Comb comb, int first, int count)
    {
        int head = Math.Min(count, (comb.Run - (first % comb.Run)) % comb.Run);
        if (head > 0) builder.Add(comb[first], head);
        int runs = (count - head) / comb.Run, tail = count - head - (runs * comb.Run);
        if (runs > 0) builder.Add(comb with { Start = comb[first + head], Count = runs });
        if (tail > 0) builder.Add(comb[first + count - tail], tail);
    }
}
