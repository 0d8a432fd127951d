namespace DistArray;

/// <summary>Local indices along an axis in a given order, as combs; those of axes that repeat themselves as the combs of one period.</summary>
internal sealed class IndexList
{
    private readonly Comb[] _combs;
    private readonly int _size;    // indices of the combs
    private readonly int _repeats;
    private readonly int _period;  // from one repetition to the next
    private readonly Comb[] _tail; // what comes after the last repetition

    public IndexList(params Comb[] combs) : this(combs, 1, 0, []) { }

    private IndexList(Comb[] combs, int repeats, int period, Comb[] tail)
    {
        _combs = combs;
        _repeats = repeats;
        _period = period;
        _tail = tail;
        foreach (Comb comb in combs) _size += comb.Size;
        Count = _size * repeats;
        foreach (Comb comb in tail) Count += comb.Size;
    }

    /// <summary>Number of indices.</summary>
    public int Count { get; }

    /// <summary>Number of combs that are kept.</summary>
    public int Weight => _combs.Length + _tail.Length;

    /// <summary>Neighbouring indices.</summary>
    public static IndexList Range(int start, int count) => count == 0 ? new IndexList() : new IndexList(new Comb(start, 0, 1, count));

    /// <summary>A list that repeats itself, and what comes after.</summary>
    /// <param name="once">The indices of one period.</param>
    /// <param name="repeats">How often they come, 1 or more.</param>
    /// <param name="period">From one repetition to the next.</param>
    /// <param name="tail">The indices after the last repetition.</param>
    public static IndexList Periodic(IndexList once, int repeats, int period, IndexList tail)
    {
        if (once.Count == 0 || repeats == 1) return new IndexList([.. once._combs, .. tail._combs]);
        if (once._combs.Length > 1) return new IndexList(once._combs, repeats, period, tail._combs);
        Comb comb = once._combs[0];
        var builder = new IndexListBuilder();
        if (comb.Count == 1 && comb.Run == period) builder.Add(comb.Start, period * repeats);
        else if (comb.Count == 1) builder.Add(comb with { Step = period, Count = repeats });
        else if (comb.Step * comb.Count == period) builder.Add(comb with { Count = comb.Count * repeats });
        else return new IndexList(once._combs, repeats, period, tail._combs);
        foreach (Comb last in tail._combs) builder.Add(last);
        return builder.ToList();
    }

    /// <summary>Indices in any order.</summary>
    public static IndexList Of(ReadOnlySpan<int> indices)
    {
        var builder = new IndexListBuilder();
        foreach (int index in indices) builder.Add(index, 1);
        return builder.ToList();
    }

    /// <summary>Whether the list is one of combs that repeat themselves.</summary>
    public bool IsPeriodic => _repeats > 1;

    /// <summary>A part of the list as combs with their positions in the part; whole periods are not spelled out.</summary>
    public List<IndexPiece> Pieces(int from, int count)
    {
        var pieces = new List<IndexPiece>();
        int first = IsPeriodic ? (from + _size - 1) / _size : 0, last = IsPeriodic ? Math.Min((from + count) / _size, _repeats) : 0;
        if (first >= last)
        {
            Add(pieces, Slice(from, count), 0);
            return pieces;
        }
        int head = (first * _size) - from, whole = (last - first) * _size;
        Add(pieces, Slice(from, head), 0);
        int position = head;
        foreach (Comb comb in _combs)
        {
            pieces.Add(new IndexPiece(comb with { Start = comb.Start + (first * _period) }, last - first, _period, position, _size));
            position += comb.Size;
        }
        Add(pieces, Slice(last * _size, count - head - whole), head + whole);
        return pieces;

        static void Add(List<IndexPiece> pieces, Comb[] combs, int position)
        {
            foreach (Comb comb in combs)
            {
                pieces.Add(new IndexPiece(comb, 1, 0, position, 0));
                position += comb.Size;
            }
        }
    }

    /// <summary>A part of the list as combs.</summary>
    public Comb[] Slice(int from, int count)
    {
        if (from == 0 && count == Count && _repeats == 1 && _tail.Length == 0) return _combs;
        var builder = new IndexListBuilder();
        int first = _size == 0 ? 0 : Math.Min(_repeats, from / _size);
        from -= first * _size;
        for (int repeat = first; repeat < _repeats && count > 0; repeat++) Take(builder, _combs, repeat * _period, ref from, ref count);
        Take(builder, _tail, 0, ref from, ref count);
        return builder.ToCombs();
    }

    public int[] ToArray()
    {
        var indices = new int[Count];
        int at = 0;
        foreach (Comb comb in Slice(0, Count))
            for (int i = 0; i < comb.Size; i++) indices[at++] = comb[i];
        return indices;
    }

    // Takes up to count indices, passing over the first ones; both are counted down.
    private static void Take(IndexListBuilder builder, Comb[] combs, int shift, ref int from, ref int count)
    {
        foreach (Comb comb in combs)
        {
            if (count == 0) return;
            int first = Math.Min(from, comb.Size), taken = Math.Min(comb.Size - first, count);
            from -= first;
            count -= taken;
            Take(builder, comb with { Start = comb.Start + shift }, first, taken);
        }
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
