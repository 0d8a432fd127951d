namespace DistArray.Cli.SelfTesting;

/// <summary>How a test ended.</summary>
/// <param name="Name">The test.</param>
/// <param name="Ranks">On how many ranks.</param>
/// <param name="Outcome">How.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Detail">Why it failed or was skipped; or what more was compared.</param>
internal sealed record TestResult(string Name, int Ranks, TestOutcome Outcome, double Seconds, string? Detail);

/// <summary>How a test ended.</summary>
internal enum TestOutcome
{
    /// <summary>It has begun.</summary>
    Begun,

    /// <summary>It is right.</summary>
    Pass,

    /// <summary>It is wrong.</summary>
    Fail,

    /// <summary>What it needs is not there.</summary>
    Skip,
}
