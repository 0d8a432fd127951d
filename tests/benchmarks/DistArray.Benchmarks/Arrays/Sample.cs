using System.Globalization;

namespace DistArray.Benchmarks.Arrays;

/// <summary>What a worker says of one sample, in a line.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Rival">Who did the same.</param>
/// <param name="Limit">What our time may be at most, as a multiple of the rival's.</param>
/// <param name="Ours">Our seconds.</param>
/// <param name="Theirs">The rival's seconds.</param>
/// <param name="Reason">Why there are no times.</param>
internal sealed record Sample(string Work, string Rival, double? Limit, double Ours, double Theirs, string? Reason = null)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(15);

    /// <summary>Runs a worker: its samples.</summary>
    public static IReadOnlyList<Sample> Of(int ranks, string worker, params ReadOnlySpan<string> arguments) => Of(ranks, Workers.Command(worker, arguments));

    /// <summary>Runs the command of a worker: its samples.</summary>
    public static IReadOnlyList<Sample> Of(int ranks, IReadOnlyList<string> command) =>
        [.. Jobs.Lines(Jobs.Run(ranks, Deadline, command)).Select(Parse)];

    /// <summary>A row each a work and rival.</summary>
    public static IEnumerable<Row> Rows(IReadOnlyList<Sample> samples) =>
        from sample in samples
        group sample by (sample.Work, sample.Rival, sample.Limit) into all
        let name = $"{all.Key.Work}, C# : {all.Key.Rival}"
        select all.Select(sample => sample.Reason).FirstOrDefault(text => text is not null) is { } reason
            ? Row.Missing(name, "ratio", all.Key.Limit, reason)
            : Row.OfMinima(name, all.Key.Limit, [.. all.Select(s => s.Ours)], [.. all.Select(s => s.Theirs)], Show);

    /// <summary>A time as text.</summary>
    public static string Show(double seconds) => seconds >= 1e-3 ? $"{seconds * 1e3:F3} ms" : $"{seconds * 1e6:F3} µs";

    /// <summary>Tab-separated.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Work}\t{Rival}\t{Limit:R}\t{Ours:R}\t{Theirs:R}\t{Reason?.ReplaceLineEndings(" ").Replace('\t', ' ')}");

    private static Sample Parse(string[] columns) => new(
        columns[0], columns[1], columns[2].Length > 0 ? Jobs.Number(columns[2]) : null, Jobs.Number(columns[3]), Jobs.Number(columns[4]),
        columns[5].Length > 0 ? columns[5] : null);
}
