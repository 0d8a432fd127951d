namespace DistArray;

/// <summary>Elements in memory at equal distances: runs whose starts are a step apart, of elements that are a distance apart; all in bytes.</summary>
internal readonly record struct FlatComb(nint Start, long Step, long Count, long Run, long Inner)
{
    /// <summary>Number of elements.</summary>
    public long Size => Count * Run;

    /// <summary>This one and a further run as one, where they are alike and follow at equal distances; else null.</summary>
    public FlatComb? Join(nint start, long run, long inner)
    {
        long distance = start - Start;
        if (Count == 1 && (Run == 1 || run == 1 || Inner == inner))
        {
            long along = Run > 1 ? Inner : run > 1 ? inner : distance;
            if (distance == Run * along) return this with { Run = Run + run, Inner = along };
        }
        if (run != Run || (run > 1 && inner != Inner)) return null;
        if (Count == 1) return this with { Step = distance, Count = 2 };
        return distance == Count * Step ? this with { Count = Count + 1 } : null;
    }
}
