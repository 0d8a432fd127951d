namespace DistArray.IO;

/// <summary>Equal runs at equal distances: what HDF5 selects along an axis in one call.</summary>
/// <param name="Start">First global index.</param>
/// <param name="Stride">Distance between the first indices of two runs.</param>
/// <param name="Count">Number of runs.</param>
/// <param name="Block">Indices in a run.</param>
internal readonly record struct Pattern(ulong Start, ulong Stride, ulong Count, ulong Block)
{
    /// <summary>The runs between two positions of an axis, in as few patterns as they allow.</summary>
    /// <param name="runs">Runs in ascending order of global index.</param>
    /// <param name="first">First position, counted over all runs.</param>
    /// <param name="end">Position behind the last.</param>
    public static List<Pattern> Cover(IndexRun[] runs, int first, int end)
    {
        var patterns = new List<Pattern>();
        int position = 0;
        foreach (IndexRun run in runs)
        {
            int from = Math.Max(first - position, 0), to = Math.Min(end - position, run.Count);
            position += run.Count;
            if (from >= to)
                continue;
            ulong start = (ulong)(run.GlobalStart + from), block = (ulong)(to - from);
            if (patterns.Count > 0 && patterns[^1].TryExtend(start, block, out Pattern extended))
                patterns[^1] = extended;
            else
                patterns.Add(new Pattern(start, block, 1, block));
        }
        return patterns;
    }

    private bool TryExtend(ulong start, ulong block, out Pattern extended)
    {
        ulong distance = start - (Start + (Count - 1) * Stride);
        bool fits = block == Block && (Count == 1 || distance == Stride);
        extended = fits ? this with { Stride = distance, Count = Count + 1 } : this;
        return fits;
    }
}
