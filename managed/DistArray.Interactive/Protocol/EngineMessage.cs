namespace DistArray.Interactive.Protocol;

/// <summary>One message of an engine; which members count depends on the kind.</summary>
internal sealed record EngineMessage(MessageKind Kind)
{
    public int ProcessId { get; init; }

    /// <summary>Open MPI's number of the job, part of the names of its shared-memory files; null under another MPI.</summary>
    public uint? JobId { get; init; }

    /// <summary>Open MPI's folder for the job, or null.</summary>
    public string? SessionDirectory { get; init; }

    /// <summary>Number of the request that a rank is held in, or has ended.</summary>
    public int Number { get; init; }

    public int Rank { get; init; }

    public int Size { get; init; }

    /// <summary>What was printed, or the value as text.</summary>
    public string? Text { get; init; }

    public string? ValueType { get; init; }

    /// <summary>The value as JSON, where it was asked for.</summary>
    public string? Json { get; init; }

    public ArrayValue? Array { get; init; }

    public Failure? Failure { get; init; }

    /// <summary>Collective calls that the rank has made since the line began; calls of any kind where it was asked to tell.</summary>
    public long Position { get; init; }

    /// <summary>Messages that the rank has sent in the line, less those that it has received.</summary>
    public long Surplus { get; init; }

    /// <summary>Whether a held rank waits at a check.</summary>
    public bool IsAtCheck { get; init; }
}
