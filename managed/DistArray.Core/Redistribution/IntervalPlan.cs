namespace DistArray;

/// <summary>An axis of which the other side's parts are intervals: what this part shares with one is a range of its local indices.</summary>
internal sealed class IntervalPlan : AxisPlan
{
    private readonly DimMap _mine;
    private readonly DimMap _other;
    private readonly int _part;
    private readonly int _first;

    private IntervalPlan(DimMap mine, int part, DimMap other)
    {
        _mine = mine;
        _part = part;
        _other = other;
        int size = mine.LocalSize(part);
        if (size == 0) return;
        _first = other.Owner(mine.LocalToGlobal(part, 0));
        Count = other.Owner(mine.LocalToGlobal(part, size - 1)) - _first + 1;
    }

    public override int Count { get; }

    /// <summary>The plan where the other side's parts are intervals and this one's local indices are counted by formula; else null.</summary>
    public static IntervalPlan? TryCreate(DimMap mine, int part, DimMap other)
    {
        if (!IsOfIntervals(other) || !(IsOfIntervals(mine) || mine is BlockCyclicMap)) return null;
        var plan = new IntervalPlan(mine, part, other);
        return plan.Count <= Math.Max(8, mine.LocalSize(part)) ? plan : null;
    }

    public static bool IsOfIntervals(DimMap map) => map is BlockMap or ReplicatedMap || (map.Parts == 1 && !map.KnowsOwnPartOnly);

    /// <summary>The global indices of a part.</summary>
    public static IndexRange Interval(DimMap map, int part) => map is BlockMap block ? new IndexRange(block.Start(part), block.Stop(part)) : new IndexRange(0, map.Size);

    public override int Part(int number) => _first + number;

    public override int Size(int number)
    {
        IndexRange interval = Interval(_other, Part(number));
        return Below(interval.Stop) - Below(interval.Start);
    }

    public override IndexList Indices(int number)
    {
        IndexRange interval = Interval(_other, Part(number));
        int start = Below(interval.Start);
        return IndexList.Range(start, Below(interval.Stop) - start);
    }

    public override int Find(int part) => part >= _first && part < _first + Count && Size(part - _first) > 0 ? part - _first : -1;

    // How many of this part's indices are smaller.
    private int Below(long index)
    {
        if (_mine is BlockCyclicMap { Parts: > 1 } cyclic) return cyclic.CountBelow(_part, index);
        IndexRange own = Interval(_mine, _part);
        return (int)(Math.Clamp(index, own.Start, own.Stop) - own.Start);
    }
}
