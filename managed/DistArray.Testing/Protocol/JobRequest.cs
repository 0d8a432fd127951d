namespace DistArray.Testing.Protocol;

/// <summary>What the test process asks of a rank: first to load an assembly, then to run tests of it; in the middle of one, how it fares.</summary>
internal sealed record JobRequest
{
    /// <summary>Full name of the test to run; null in other requests.</summary>
    public string? Test { get; init; }

    /// <summary>True where no test of the fixture follows: its one-time tear-down is to run.</summary>
    public bool EndsFixture { get; init; }

    /// <summary>True for a question about the last exception, answered while a test runs.</summary>
    public bool AsksLastThrown { get; init; }

    /// <summary>Path of the test assembly, in the first request.</summary>
    public string? Assembly { get; init; }

    /// <summary>Seed of NUnit's random values, which have to be the same everywhere.</summary>
    public int Seed { get; init; }

    public string? WorkDirectory { get; init; }

    /// <summary>The parameters of the test run (<c>TestContext.Parameters</c>).</summary>
    public Dictionary<string, string> Parameters { get; init; } = [];
}
