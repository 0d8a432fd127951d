namespace DistArray;

/// <summary>An axis of which this side's part is an interval and the other side deals blocks out: what they share is at most a first block, whole ones at equal distances, and a last one.</summary>
internal sealed class CyclicPlan : AxisPlan
{
    private readonly BlockCyclicMap _other;
    private readonly IndexRange _mine;
    private readonly int _first; // part of the other side that has my first index

    /// <summary>Plans an interval of an axis.</summary>
    public CyclicPlan(IndexRange mine, BlockCyclicMap other)
    {
        _mine = mine;
        _other = other;
        if (mine.Length == 0) return;
        long first = mine.Start / other.BlockSize, last = (mine.Stop - 1) / other.BlockSize;
        _first = (int)(first % other.Parts);
        Count = (int)Math.Min(last - first + 1, other.Parts);
    }

    public override int Count { get; }

    /// <summary>The plan, or null where the maps are not of these kinds.</summary>
    public static CyclicPlan? TryCreate(DimMap mine, int part, DimMap other) =>
        other is BlockCyclicMap cyclic && IntervalPlan.IsOfIntervals(mine) ? new CyclicPlan(IntervalPlan.Interval(mine, part), cyclic) : null;

    public override int Part(int number) => (_first + number) % _other.Parts;

    public override int Size(int number) => _other.CountBelow(Part(number), _mine.Stop) - _other.CountBelow(Part(number), _mine.Start);

    public override IndexList Indices(int number)
    {
        int part = Part(number), first = _other.CountBelow(part, _mine.Start), count = _other.CountBelow(part, _mine.Stop) - first, block = _other.BlockSize;
        var builder = new IndexListBuilder();
        if (count == 0) return builder.ToList();
        int head = Math.Min(count, (block - (first % block)) % block), blocks = (count - head) / block, tail = count - head - (blocks * block);
        if (head > 0) builder.Add(Mine(first), head);
        if (blocks > 0) builder.Add(new Comb(Mine(first + head), block * _other.Parts, blocks, block));
        if (tail > 0) builder.Add(Mine(first + count - tail), tail);
        return builder.ToList();

        // My local index of one of the part's.
        int Mine(int local) => (int)(_other.LocalToGlobal(part, local) - _mine.Start);
    }

    public override int Find(int part)
    {
        int number = (part - _first + _other.Parts) % _other.Parts;
        return number < Count && Size(number) > 0 ? number : -1;
    }
}
