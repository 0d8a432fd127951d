namespace DistArray.Testing.Protocol;

/// <summary>How a rank of a batch job fares in the middle of a test that is given up.</summary>
/// <param name="Ended">The end of the test on this rank, or null.</param>
/// <param name="Failing">What its body threw, or null.</param>
/// <param name="LastThrown">The last exception that was thrown; it may have been caught.</param>
/// <param name="Stack">Where its main thread is.</param>
internal sealed record RankState(RankMessage? Ended, RankMessage? Failing, RankMessage? LastThrown, IReadOnlyList<string> Stack);
