namespace DistArray;

/// <summary>Indices at equal distances that neighbouring positions of a list have.</summary>
/// <param name="First">The first index.</param>
/// <param name="Step">From one to the next, of any sign.</param>
/// <param name="Count">Number of indices.</param>
internal readonly record struct AxisPiece(long First, long Step, int Count)
{
    /// <summary>The last index.</summary>
    public long Last => First + ((Count - 1) * Step);
}
