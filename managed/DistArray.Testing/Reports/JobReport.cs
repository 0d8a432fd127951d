namespace DistArray.Testing.Reports;

/// <summary>What is known of a test on all ranks.</summary>
/// <param name="Ranks">The ranks in order.</param>
/// <param name="Timeout">The deadline that the test had.</param>
/// <param name="End">How the job was found.</param>
/// <param name="Output">Lines that the launcher and native code printed.</param>
internal sealed record JobReport(IReadOnlyList<RankReport> Ranks, TimeSpan Timeout, JobEnd End, IReadOnlyList<string> Output);
