namespace DistArray;

/// <summary>An axis of a copy: how many elements, and how far apart they are on either side in bytes, or at which offsets they lie.</summary>
internal readonly unsafe struct CopyDim
{
    public CopyDim(long count, long source, long target, long* sourceTable = null, long* targetTable = null)
    {
        Count = count;
        Source = source;
        Target = target;
        SourceTable = sourceTable;
        TargetTable = targetTable;
    }

    public long Count { get; init; }

    public long Source { get; }

    public long Target { get; }

    public long* SourceTable { get; }

    public long* TargetTable { get; }

    public bool HasTable => SourceTable is not null || TargetTable is not null;

    public long SourceAt(long index) => SourceTable is null ? index * Source : SourceTable[index];

    public long TargetAt(long index) => TargetTable is null ? index * Target : TargetTable[index];

    /// <summary>Whether this axis goes on where an inner one ends, on both sides.</summary>
    public bool Continues(CopyDim inner) => !HasTable && !inner.HasTable && Source == inner.Source * inner.Count && Target == inner.Target * inner.Count;
}
