using DistArray.Interactive;

namespace DistArray.Cli.Interactive;

/// <summary>How long one of many runs of a line takes.</summary>
internal static class Timing
{
    private const double Enough = 0.5;
    private const int MostRuns = 1_000_000;

    /// <exception cref="EngineException">The line fails.</exception>
    public static string Of(Engines engines, string line)
    {
        string statement = line.TrimEnd().EndsWith(';') ? line : $"_ = {line};";
        try
        {
            return Measure(engines, statement);
        }
        catch (EngineException e) when (e.Failure == EngineFailure.Compilation && statement != line)
        {
            // A call that gives nothing.
            return Measure(engines, line + ";");
        }
    }

    /// <summary>How many runs come next, after some that were too short to be measured: 2 to 100 times as many, up to the most.</summary>
    public static int RunsAfter(int runs, double seconds) => (int)Math.Min(MostRuns, Math.Clamp(Enough * 1.2 / Math.Max(seconds, 1e-9) * runs, 2.0 * runs, 100.0 * runs));

    private static string Measure(Engines engines, string statement)
    {
        int runs = 1;
        while (true)
        {
            double seconds = engines.Evaluate<double>($$"""
                ((Func<double>)(() =>
                {
                    World.Barrier();
                    var clock = System.Diagnostics.Stopwatch.StartNew();
                    for (int run = 0; run < {{runs}}; run++) { {{statement}} }
                    return clock.Elapsed.TotalSeconds;
                }))()
                """).Max();
            if (seconds >= Enough || runs >= MostRuns) return $"{Repl.Span(TimeSpan.FromSeconds(seconds / runs))} a run, of {runs}";
            runs = RunsAfter(runs, seconds);
        }
    }
}
