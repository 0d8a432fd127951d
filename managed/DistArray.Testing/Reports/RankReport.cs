using DistArray.Testing.Protocol;
using NUnit.Framework.Interfaces;

namespace DistArray.Testing.Reports;

/// <summary>What is known of a test on one rank.</summary>
internal sealed class RankReport(int rank)
{
    public int Rank { get; } = rank;

    /// <summary>The end of the test, or null where it never came.</summary>
    public RankMessage? Ended { get; set; }

    /// <summary>The failure of the body that came ahead of the end, or null.</summary>
    public RankMessage? Failing { get; set; }

    /// <summary>When the process was seen to have ended, or null.</summary>
    public TimeSpan? LostAt { get; set; }

    /// <summary>Where a rank that did not end was when it was killed, innermost frame first; or why that is not known.</summary>
    public IReadOnlyList<string> Stack { get; set; } = [];

    /// <summary>The last exception that the rank threw, where it was asked before it was killed; it may have been caught.</summary>
    public RankMessage? LastThrown { get; set; }

    public bool HasFailed => Ended is null ? Failing is not null : Ended.Status == TestStatus.Failed;
}
