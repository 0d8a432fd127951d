namespace DistArray;

/// <summary>One axis of a halo on one part: its width, whether it is periodic, what is beyond its ends, and how much of the width is exchanged.</summary>
internal readonly record struct HaloAxis(DimMap Map, int Part, int Low, int High, bool IsPeriodic, HaloEndKind LowKind, HaloEndKind HighKind, int MostLow, int MostHigh)
{
    private int ExchangedLow => Math.Min(Low, MostLow);

    private int ExchangedHigh => Math.Min(High, MostHigh);

    /// <summary>Whether there are ghosts to exchange.</summary>
    public bool HasGhosts => ExchangedLow + ExchangedHigh > 0;

    private long Start => Map is BlockMap block ? block.Start(Part) : 0;

    private long Stop => Map is BlockMap block ? block.Stop(Part) : Map.LocalSize(Part);

    /// <summary>Number of ghosts beyond the low end of the axis, on a part that stores them.</summary>
    public int BeyondLow => IsPeriodic || Low == 0 ? 0 : (int)Math.Clamp(Low - Start, 0, Low);

    /// <summary>Number of ghosts beyond the high end of the axis.</summary>
    public int BeyondHigh => IsPeriodic || High == 0 ? 0 : (int)Math.Clamp(Stop + High - Map.Size, 0, High);

    /// <summary>Global index of the first stored index, not wrapped.</summary>
    public long First => Start - Low;

    /// <summary>All stored indices that show an owned index of some part, in ascending order.</summary>
    public List<HaloSegment> Segments()
    {
        var segments = new List<HaloSegment>();
        if (ExchangedLow > 0) AddGhosts(segments, Start - ExchangedLow, Start, Low - ExchangedLow);
        int owned = Map.LocalSize(Part);
        if (owned > 0) segments.Add(new HaloSegment(Low, owned, Part, 0, 1, false));
        if (ExchangedHigh > 0) AddGhosts(segments, Stop, Stop + ExchangedHigh, Low + owned);
        return segments;
    }

    private void AddGhosts(List<HaloSegment> segments, long from, long to, int position)
    {
        for (long index = from, count; index < to; index += count, position += (int)count)
        {
            (long source, int step, count) = Show(index);
            count = Math.Min(count, to - index);
            if (source < 0) continue;
            IndexRange run = Map.RunOf(source);
            if (step != 0) count = Math.Min(count, step > 0 ? run.Stop - source : source - run.Start + 1);
            segments.Add(new HaloSegment(position, (int)count, Map.Owner(source), Map.GlobalToLocal(source), step, true));
        }
    }

    // What an index shows, and how many of the following ones go on like it; -1 where it shows nothing.
    private (long Source, int Step, long Count) Show(long index)
    {
        long size = Map.Size;
        if (size == 0) return (-1, 0, long.MaxValue);
        if (index >= 0 && index < size) return (index, 1, size - index);
        if (IsPeriodic)
        {
            long wrapped = Modulo(index, size);
            return (wrapped, 1, size - wrapped);
        }
        long rest = index < 0 ? -index : long.MaxValue; // up to the end of what lies beyond
        switch (index < 0 ? LowKind : HighKind)
        {
            case HaloEndKind.Edge:
                return (index < 0 ? 0 : size - 1, 0, rest);
            case HaloEndKind.Reflect:
                if (size == 1) return (0, 0, rest);
                long at = Modulo(index, 2 * (size - 1));
                return at < size - 1 ? (at, 1, Math.Min(rest, size - 1 - at)) : ((2 * (size - 1)) - at, -1, Math.Min(rest, (2 * (size - 1)) - at));
            case HaloEndKind.Symmetric:
                at = Modulo(index, 2 * size);
                return at < size ? (at, 1, Math.Min(rest, size - at)) : ((2 * size) - 1 - at, -1, Math.Min(rest, (2 * size) - at));
            default:
                return (-1, 0, rest);
        }
    }

    private static long Modulo(long value, long size) => ((value % size) + size) % size;
}
