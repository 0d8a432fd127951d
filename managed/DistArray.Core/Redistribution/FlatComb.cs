namespace DistArray;

/// <summary>Elements in memory at equal distances: runs whose starts are a step apart, of elements that are a distance apart; all in bytes.</summary>
internal readonly record struct FlatComb(nint Start, long Step, long Count, long Run, long Inner)
{
    /// <summary>Number of elements.</summary>
    public long Size => Count * Run;

    /// <summary>This one and the next as one, where they are alike and follow at equal distances; else null.</summary>
    public FlatComb? Join(FlatComb next)
    {
        long distance = next.Start - Start;
        if (Count == 1 && next.Count == 1 && (Run == 1 || next.Run == 1 || Inner == next.Inner))
        {
            long along = Run > 1 ? Inner : next.Run > 1 ? next.Inner : distance;
            if (distance == Run * along) return this with { Run = Run + next.Run, Inner = along };
        }
        if (next.Run != Run || (Run > 1 && next.Inner != Inner)) return null;
        long step = Count > 1 ? Step : distance;
        return distance == Count * step && (next.Count == 1 || next.Step == step) ? this with { Step = step, Count = Count + next.Count } : null;
    }
}
