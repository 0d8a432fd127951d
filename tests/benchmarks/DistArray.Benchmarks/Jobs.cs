using System.Globalization;
using DistArray.Mpi;

namespace DistArray.Benchmarks;

/// <summary>Jobs of several ranks, with a deadline; a job that fails fails the benchmark with what it printed.</summary>
internal static class Jobs
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    /// <summary>Runs a job to its end.</summary>
    public static MpiLaunchResult Run(int ranks, params IReadOnlyList<string> command) => Run(ranks, Deadline, command);

    /// <summary>Runs a job to its end, or to a deadline.</summary>
    public static MpiLaunchResult Run(int ranks, TimeSpan deadline, IReadOnlyList<string> command)
    {
        var result = MpiLauncher.Run(ranks, deadline, command);
        if (result.TimedOut || result.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} on {ranks} ranks {(result.TimedOut ? "hung" : $"ended with {result.ExitCode}")}:\n{result.Error}{result.Output}");
        return result;
    }

    /// <summary>The tab-separated lines that a worker printed.</summary>
    public static string[][] Lines(MpiLaunchResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains('\t')).Select(line => line.Split('\t'))];

    /// <summary>A number as programs print it.</summary>
    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
