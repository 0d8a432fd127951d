using DistArray.Mpi.Jobs;

namespace DistArray.Interactive.Jobs;

/// <summary>Whether the ranks have left messages over.</summary>
internal static class Unbalance
{
    /// <summary>Says what is uneven, or null.</summary>
    /// <param name="ranks">The ranks that have run the line, all of them back.</param>
    /// <param name="size">Number of all ranks; those that have not run it have made no call.</param>
    public static string? Of(IReadOnlyList<RankState> ranks, int size)
    {
        var calls = Enumerable.Range(0, size).Select(rank => (rank, ranks.FirstOrDefault(state => state.Rank == rank)?.Position ?? 0)).ToArray();
        if (calls.Select(call => call.Item2).Distinct().Count() > 1)
        {
            string counts = string.Join(", ", RankNames.Fold(calls.Select(call => (call.rank, call.Item2.ToString()))).Select(x => $"{RankNames.Of(x.Ranks)}: {x.Text}"));
            return $"The ranks made different numbers of collective calls ({counts}): a message of one may be taken for that of another later. {Way}";
        }
        long surplus = ranks.Sum(rank => rank.Ended!.Surplus);
        return surplus != 0 && ranks.Any(rank => rank.HasFailed)
            ? $"The ranks left the line with {Math.Abs(surplus)} {(surplus > 0 ? "messages sent that nobody received" : "receives begun that nobody sent to")}. {Way}"
            : null;
    }

    private const string Way = "Restart the engines; or, where the calls are known to be over, trust them.";
}
