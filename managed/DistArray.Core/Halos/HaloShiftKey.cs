namespace DistArray;

/// <summary>An axis and how far a view is shifted along it.</summary>
internal readonly record struct HaloShiftKey(int Axis, int Offset)
{
    /// <summary>Throws where the halo is too narrow; from the smallest widths of the ranks, so that all throw alike.</summary>
    public void Check(long low, long high, long size)
    {
        long width = Offset < 0 ? low : high;
        if (Math.Abs((long)Offset) > width)
            throw new ArgumentException($"Shift: {Offset} along axis {Axis} of size {size} reaches beyond the halo, which is {width} wide at the {(Offset < 0 ? "low" : "high")} side on a rank. Make the halo wider, or use Roll.");
    }
}
