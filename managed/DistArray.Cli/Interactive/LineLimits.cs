using DistArray.Cli.CommandLine;
using DistArray.Interactive;

namespace DistArray.Cli.Interactive;

/// <summary>The options that limit how long a line or a cell may take.</summary>
internal static class LineLimits
{
    private static readonly CountOption s_timeout = new("--timeout", "SECONDS", "how long a line may take (default: for ever; Ctrl-C ends it)", fallback: 0);
    private static readonly CountOption s_hang = new("--hang", "SECONDS", "how long ranks may stay in one MPI call until a line counts as hung (default: 10)", fallback: 10);

    public static IReadOnlyList<CommandLine.Option> Options { get; } = [s_timeout, s_hang];

    /// <summary>What was given.</summary>
    public static EnginesOptions Of(Given given) => new()
    {
        Timeout = given.Has(s_timeout) ? TimeSpan.FromSeconds(given.Value(s_timeout)) : Timeout.InfiniteTimeSpan,
        HangLimit = TimeSpan.FromSeconds(given.Value(s_hang)),
    };

    /// <summary>What was given, for another command line.</summary>
    public static IReadOnlyList<string> Again(Given given) =>
        [.. Options.Cast<CountOption>().Where(given.Has).SelectMany(option => (string[])[option.Name, $"{given.Value(option)}"])];
}
