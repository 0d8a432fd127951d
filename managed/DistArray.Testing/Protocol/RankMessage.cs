namespace DistArray.Testing.Protocol;

/// <summary>What a rank tells the test process.</summary>
internal enum RankMessageKind
{
    /// <summary>The process is there; says its id and what finds its remains.</summary>
    Connected,

    /// <summary>MPI is up and the tests are loaded; says rank and size.</summary>
    Ready,

    /// <summary>The body of the test has thrown; tear-down is still to come.</summary>
    Failing,

    /// <summary>The test is over on this rank.</summary>
    Ended,

    /// <summary>The answer to a question in the middle of a test: the last exception thrown.</summary>
    LastThrown,
}

/// <summary>One message of a rank; which members count depends on the kind.</summary>
internal sealed record RankMessage(RankMessageKind Kind)
{
    public int ProcessId { get; init; }

    /// <summary>Open MPI's number of the job, part of the names of its shared-memory files; null under another MPI.</summary>
    public uint? JobId { get; init; }

    /// <summary>Open MPI's folder for the job, or null.</summary>
    public string? SessionDirectory { get; init; }

    public int Rank { get; init; }

    public int Size { get; init; }

    public NUnit.Framework.Interfaces.TestStatus Status { get; init; }

    /// <summary>NUnit's finer word for the status, such as Error or Ignored.</summary>
    public string Label { get; init; } = "";

    public NUnit.Framework.Interfaces.FailureSite Site { get; init; }

    /// <summary>Name of the test, where the ranks of a batch job meet for it.</summary>
    public string? Test { get; init; }

    /// <summary>True where one-time set-up of the test's fixture has run and its tear-down is still to come.</summary>
    public bool FixtureIsOpen { get; init; }

    public string? Message { get; init; }

    public string? StackTrace { get; init; }

    public string? Output { get; init; }
}
