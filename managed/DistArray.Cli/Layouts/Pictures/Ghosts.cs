namespace DistArray.Cli.Layouts.Pictures;

/// <summary>Indices that a rank stores along an axis that it has a block of.</summary>
internal static class Ghosts
{
    /// <summary>A stored index.</summary>
    /// <param name="At">Where it is, as if the axis went on beyond its ends.</param>
    /// <param name="Part">The part of the process grid that owns it, or -1 where it belongs to nobody.</param>
    /// <param name="IsGhost">Whether another stored it first.</param>
    public readonly record struct Stored(long At, int Part, bool IsGhost);

    /// <summary>What a rank stores along an axis, in order; as many as it owns and its halo, or nothing.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="part">The rank's part.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="owners">The owner of each index of the axis.</param>
    public static Stored[] Along(ArrayLayout layout, RankPart part, int axis, int[] owners)
    {
        int width = layout.Halo[axis];
        if (part.Runs[axis] is not [var first, ..]) return [];
        if (width == 0) return [.. part.Runs[axis].SelectMany(run => Enumerable.Range((int)run.Start, (int)run.Length)).Select(index => new Stored(index, part.Place[axis], false))];
        long size = layout.Shape[axis];
        return [.. Enumerable.Range(0, (int)first.Length + (2 * width)).Select(i =>
        {
            long at = first.Start - width + i;
            bool isGhost = i < width || i >= width + first.Length, isInside = at >= 0 && at < size;
            long wrapped = ((at % size) + size) % size;
            return new Stored(at, isInside || layout.Periodic[axis] ? owners[wrapped] : -1, isGhost);
        })];
    }
}
