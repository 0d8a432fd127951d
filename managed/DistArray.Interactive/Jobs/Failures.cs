using System.Globalization;
using DistArray.Interactive.Protocol;
using DistArray.Mpi.Jobs;

namespace DistArray.Interactive.Jobs;

/// <summary>What went wrong on all ranks, in words.</summary>
internal sealed class Failures(Exchange exchange, ExchangeEnd end, EnginesOptions options, Wishes wishes)
{
    private const int MaxOutput = 40;

    /// <summary>One sentence, which also says later why there are no engines.</summary>
    public string Headline => end switch
    {
        ExchangeEnd.Hung => $"Hung: {Whom(Open)} {(Open.Count == 1 ? "waits" : "wait")} in MPI for what cannot come.",
        ExchangeEnd.TimedOut => $"Timed out: {Whom(Open)} did not end within {Seconds(options.Timeout)} s, nor when interrupted.",
        ExchangeEnd.Killed => wishes.KillReason!,
        ExchangeEnd.Lost => $"{(Lost is { } rank ? $"The process of rank {rank} ended" : "The job ended")} in the middle of the line.",
        _ when exchange.Ranks.Any(Thrown) => $"{exchange.Ranks.Count(Thrown)} of {Count} ranks failed.",
        _ => exchange.IsOvertime ? $"Interrupted after {Seconds(options.Timeout)} s, the limit." : "Interrupted.",
    };

    private int Count => exchange.Ranks.Count;

    private IReadOnlyList<int> Open => [.. exchange.Ranks.Where(rank => !rank.IsDone).Select(rank => rank.Rank)];

    private string Whom(IReadOnlyList<int> ranks) => RankNames.Of(ranks) + (Count > 1 ? $" of {Count}" : "");

    private int? Lost => exchange.Ranks.Where(rank => rank.LostAt is not null).MinBy(rank => rank.LostAt)?.Rank;

    /// <summary>Ranks that say the same, in words.</summary>
    public static IEnumerable<string> Fold(IEnumerable<(int Rank, string Text)> said) =>
        RankNames.Fold(said).Select(x => x.Text.Contains('\n') ? $"{RankNames.Of(x.Ranks)}:\n{x.Text}" : $"{RankNames.Of(x.Ranks)}: {x.Text}");

    public EngineException Exception(IReadOnlyList<RankResult> results, string? doubt = null)
    {
        List<string> lines = [];
        bool isLone = end == ExchangeEnd.Answered && exchange.Ranks.All(Thrown);
        if (!isLone) lines.Add(Headline);
        lines.AddRange(Fold(exchange.Ranks.Select(rank => (rank.Rank, Say(rank))).Where(x => x.Item2.Length > 0)));
        if (end != ExchangeEnd.Answered && exchange.JobOutput.Count > 0)
            lines.AddRange(["The job's output:", .. exchange.JobOutput.Where(line => line.Trim('-', ' ').Length > 0).Take(MaxOutput).Select(line => "  " + line)]);
        if (end != ExchangeEnd.Answered) lines.Add("The engines have ended. Restart() starts new ones; what lines had defined is gone.");
        if (doubt is not null) lines.Add(doubt);
        RankFailure[] failures = [.. exchange.Ranks.Where(Thrown).Select(rank => Of(rank.Rank, rank.Ended!.Failure!))];
        return new EngineException(Kind(), string.Join('\n', lines), end != ExchangeEnd.Answered, failures, results);
    }

    private static RankFailure Of(int rank, Failure failure) => new(rank, failure.Type, failure.Message, failure.StackTrace);

    private static string LastWords(RankState rank)
    {
        string[] lines = rank.Output.ToString().TrimEnd().Split('\n');
        return rank.Output.Length == 0 ? "" : $". It had printed:\n{string.Join('\n', lines.TakeLast(MaxOutput))}";
    }

    private static bool Thrown(RankState rank) => rank.Ended?.Failure is { IsInterruption: false };

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);

    private EngineFailure Kind() => end switch
    {
        ExchangeEnd.Hung => EngineFailure.Hung,
        ExchangeEnd.TimedOut => EngineFailure.TimedOut,
        ExchangeEnd.Killed => EngineFailure.Interrupted,
        ExchangeEnd.Lost => EngineFailure.Lost,
        _ when exchange.Ranks.Any(Thrown) => EngineFailure.Exception,
        _ => exchange.IsOvertime ? EngineFailure.TimedOut : EngineFailure.Interrupted,
    };

    private string Say(RankState rank)
    {
        bool isOver = end != ExchangeEnd.Answered;
        if (rank.Ended is { Failure: { } failure })
        {
            if (failure.IsInterruption) return Open.Count == 0 && exchange.Ranks.All(other => other.Ended?.Failure is { IsInterruption: true }) ? "" : "was interrupted";
            string stack = failure.StackTrace.Length > 0 ? "\n" + failure.StackTrace : "";
            return $"{failure.Type}: {failure.Message}{stack}";
        }
        if (rank.IsDone) return isOver || exchange.Ranks.Any(other => other.Ended?.Failure is { IsInterruption: true }) ? "has ended the line" : "";
        if (end == ExchangeEnd.Lost) return rank.Rank == Lost ? "its process ended" + LastWords(rank) : "was running";
        return rank.IsAtCheck ? "waits to be interrupted" : rank.Stack?.ToString() ?? "was running";
    }
}
