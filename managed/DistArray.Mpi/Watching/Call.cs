namespace DistArray.Mpi;

/// <summary>A call that may wait for other ranks: what it is, as far as others are concerned.</summary>
internal readonly record struct Call(CallKind Kind, ElementType Type = 0, long Count = Call.Any, int Root = Call.NoRank, OperationKind Operation = 0, int Tag = Call.NoRank)
{
    /// <summary>A count that need not be the same on every rank.</summary>
    public const long Any = -1;

    public const int NoRank = -2;

    public bool IsCollective => Kind < CallKind.Send;

    // Its counts are one number a rank, here their hash.
    private bool HasCounts => Kind is CallKind.ReduceScatter or CallKind.AllgatherCounted;

    /// <summary>A number that differs, but for a rare accident, where one of the counts does.</summary>
    public static long HashOf(ReadOnlySpan<long> counts)
    {
        ulong hash = 14695981039346656037;
        foreach (long count in counts) hash = (hash ^ (ulong)count) * 1099511628211;
        return (long)(hash >> 1);
    }

    /// <summary>Such as <c>Allreduce of 3 float64 (Add)</c>.</summary>
    public override string ToString()
    {
        string name = Kind switch
        {
            CallKind.GatherCounted => "Gather with counts",
            CallKind.AllgatherCounted => "Allgather with counts",
            CallKind.ScatterCounted => "Scatter with counts",
            CallKind.AlltoallCounted => "Alltoall with counts",
            CallKind.Finalize => "MPI_Finalize, after the end of MpiEnvironment.Run",
            CallKind.Dispose => "Dispose of the communicator",
            _ => Kind.ToString(),
        };
        if (Type != 0) name += HasCounts ? $" of {ElementTypes.NameOf(Type)}, counts #{Count % 65536:x4}" : Count == Any ? $" of {ElementTypes.NameOf(Type)}" : $" of {Count} {ElementTypes.NameOf(Type)}";
        if (Kind is CallKind.Reduce or CallKind.Allreduce or CallKind.ImmediateAllreduce or CallKind.ReduceScatter or CallKind.Scan or CallKind.ExclusiveScan) name += $" ({Operation})";
        if (Kind is CallKind.Send or CallKind.ImmediateSend or CallKind.SendReceive) name += $" to rank {Root}";
        else if (Kind is CallKind.Receive or CallKind.ImmediateReceive or CallKind.Probe) name += Root == ICommunicator.AnySource ? " from any rank" : $" from rank {Root}";
        else if (Root != NoRank) name += $", root {Root}";
        if (Tag != NoRank) name += Tag == ICommunicator.AnyTag ? ", any tag" : $", tag {Tag}";
        return name;
    }
}
