namespace DistArray;

/// <summary>What one rank brings to a collective call.</summary>
internal sealed unsafe class CollectivePart
{
    /// <summary>Operation, count, type and root as text: must be the same on every rank.</summary>
    public required string Signature { get; init; }

    public void* Send { get; init; }

    public void* Receive { get; init; }

    /// <summary>Bytes or elements to send: of this rank, or to each rank.</summary>
    public long[] SendCounts { get; init; } = [];

    public long[] SendDisplacements { get; init; } = [];

    public long[] ReceiveCounts { get; init; } = [];

    public long[] ReceiveDisplacements { get; init; } = [];

    public Operation? Operation { get; init; }

    public int Color { get; init; }

    public int Key { get; init; }

    /// <summary>The communicator that a split gave this rank.</summary>
    public InProcessGroup? Result { get; set; }

    public int ResultRank { get; set; }
}
