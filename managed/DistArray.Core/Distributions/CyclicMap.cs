namespace DistArray;

/// <summary>An axis whose indices are dealt out to the parts one by one (the protocol's c).</summary>
public sealed class CyclicMap : BlockCyclicMap
{
    /// <summary>Deals an axis out.</summary>
    /// <param name="size">Number of indices.</param>
    /// <param name="parts">Number of parts.</param>
    public CyclicMap(long size, int parts) : base(size, parts, 1) { }

    /// <summary>"c".</summary>
    public override string ToString() => "c";
}
