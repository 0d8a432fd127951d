using DistArray.Mpi.Jobs;

namespace DistArray.Interactive;

/// <summary>What a line gave on every rank that ran it.</summary>
/// <param name="Ranks">The ranks in order.</param>
/// <param name="JobOutput">Lines that native code has printed meanwhile, each with its rank.</param>
/// <param name="Duration">Wall-clock time until the last rank was done.</param>
public sealed record LineResult(IReadOnlyList<RankResult> Ranks, IReadOnlyList<string> JobOutput, TimeSpan Duration)
{
    /// <summary>The array that the value is on all ranks, or null.</summary>
    public ArrayDescription? Array { get; internal init; }

    /// <summary>Output and values, each line after the numbers of the ranks that gave it: <c>[0-3] 42</c>.</summary>
    public override string ToString()
    {
        var said = Ranks.Select(rank => (rank.Rank, Said(rank))).Where(x => x.Item2.Length > 0);
        var lines = RankNames.Fold(said).SelectMany(x => Marked(x.Ranks, x.Text));
        return string.Join('\n', lines.Concat(JobOutput));
    }

    /// <summary>The text's lines, the first after the ranks' numbers.</summary>
    internal static IEnumerable<string> Marked(IReadOnlyList<int> ranks, string text)
    {
        string mark = $"[{RankNames.Numbers(ranks)}] ";
        return text.Split('\n').Select((line, at) => (at == 0 ? mark : new string(' ', mark.Length)) + line);
    }

    private static string Said(RankResult rank) => rank.Value is null ? rank.Output.TrimEnd('\n') : rank.Output + rank.Value;
}
