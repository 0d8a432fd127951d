namespace DistArray.Mpi;

/// <summary>How a program on several ranks ended, and what it printed.</summary>
/// <param name="ExitCode">Status of the launcher; -1 where the deadline passed.</param>
/// <param name="Output">Standard output of all ranks.</param>
/// <param name="Error">Standard error of all ranks and of the launcher.</param>
/// <param name="Duration">Wall-clock time from start to end.</param>
/// <param name="TimedOut">Whether it was killed at its deadline.</param>
public sealed record MpiLaunchResult(int ExitCode, string Output, string Error, TimeSpan Duration, bool TimedOut);
