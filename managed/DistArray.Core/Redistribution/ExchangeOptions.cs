namespace DistArray;

/// <summary>How an exchange is carried out; the same on every rank.</summary>
internal sealed record ExchangeOptions
{
    public static ExchangeOptions Default { get; } = new();

    /// <summary>How many times a rank's block messages under way may take.</summary>
    public double MemoryMultiple { get; init; } = 1.25;

    /// <summary>Bytes from one rank to another from which on the receiver reads the sender's memory where it can; none where it never shall.</summary>
    public long? LeastPulled { get; init; } = 128 << 10;

    /// <summary>Bytes of a transfer from which on what is written passes the caches by: it is not read soon.</summary>
    public long LeastStreamed { get; init; } = OwnTransfer.LeastStreamed;

    /// <summary>Whether ranks that are threads of one process read each other by address.</summary>
    public bool ReadsThreadsDirectly { get; init; } = true;
}
