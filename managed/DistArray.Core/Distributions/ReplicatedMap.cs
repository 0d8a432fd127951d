namespace DistArray;

/// <summary>An axis that is not divided: every rank along it holds all indices (the protocol's n).</summary>
public sealed class ReplicatedMap : DimMap
{
    /// <summary>Makes the map of an axis.</summary>
    /// <param name="size">Number of indices.</param>
    public ReplicatedMap(long size) : base(size, 1) => CheckLargest(size);

    /// <inheritdoc/>
    public override char Code => 'n';

    /// <inheritdoc/>
    public override int LocalSize(int part)
    {
        CheckPart(part);
        return (int)Size;
    }

    /// <inheritdoc/>
    public override int Owner(long index)
    {
        CheckIndex(index);
        return 0;
    }

    /// <inheritdoc/>
    public override int GlobalToLocal(long index) => (int)CheckIndex(index);

    /// <inheritdoc/>
    public override long LocalToGlobal(int part, int local) => CheckLocal(part, local);

    /// <inheritdoc/>
    public override IEnumerable<IndexRun> Runs(int part)
    {
        CheckPart(part);
        return Size > 0 ? [new IndexRun(0, 0, (int)Size)] : [];
    }

    internal override IndexRange RunOf(long index) => new(0, Size);

    /// <summary>"n".</summary>
    public override string ToString() => "n";

    private protected override bool EqualsSameExtents(DimMap other) => other is ReplicatedMap;
}
