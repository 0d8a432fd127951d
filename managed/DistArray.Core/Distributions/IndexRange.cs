namespace DistArray;

/// <summary>Global indices from a start up to, but not including, a stop.</summary>
/// <param name="Start">First index.</param>
/// <param name="Stop">Index after the last one.</param>
public readonly record struct IndexRange(long Start, long Stop)
{
    /// <summary>Number of indices.</summary>
    public long Length => Stop - Start;

    /// <summary>Whether an index lies in the range.</summary>
    /// <param name="index">A global index.</param>
    public bool Contains(long index) => index >= Start && index < Stop;

    /// <summary>"start:stop".</summary>
    public override string ToString() => $"{Start}:{Stop}";
}
