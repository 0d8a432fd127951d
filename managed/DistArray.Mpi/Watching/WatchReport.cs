using System.Text;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi;

/// <summary>The text of a watchdog: which ranks of this node are in which call, which are in none, and their stacks.</summary>
internal static unsafe class WatchReport
{
    public static string Make(NodeBoard board, int worldSize, long waited, long limit)
    {
        var text = new StringBuilder();
        string node = board.Ranks < worldSize ? $" This is node {Environment.MachineName} with {board.Ranks} of {worldSize} ranks; the others report for themselves." : "";
        text.Append($"DistArray watchdog: rank {board.Mine->WorldRank} of {worldSize} has waited for {CallLog.Seconds(waited)}, and the limit is {CallLog.Seconds(limit)}. "
            + $"The job ends with status {MpiEnvironment.WatchdogStatus}.{node}\n");
        var states = new RankFolds();
        for (int index = 0; index < board.Ranks; index++)
        {
            RankRecord* rank = board.Rank(index);
            var (state, since) = StateOf(rank);
            states.Add(rank->WorldRank, state, since);
        }
        foreach (var (ranks, state, least, most) in states.InOrder)
            text.Append($"  {ranks}: {state}{(most == 0 ? "" : least == most ? $", for {CallLog.Seconds(most)}" : $", for {CallLog.Seconds(least)} to {CallLog.Seconds(most)}")}\n");
        text.Append(Stacks(board));
        return text.ToString();
    }

    // What a rank is in, and for how many milliseconds in steps of 100.
    private static (string State, long Since) StateOf(RankRecord* rank)
    {
        if (Volatile.Read(ref rank->HasEnded) != 0) return (IsAlive(rank->Process) ? "has ended MPI" : "has ended MPI, and its process is gone", 0);
        if (!IsAlive(rank->Process)) return ($"its process is gone, without a word; its last call was {Last(rank, out _)}", 0);
        List<string> active = [];
        long began = long.MaxValue;
        for (int lane = 0; lane < RankRecord.Lanes; lane++)
        {
            CallRecord* record = RankRecord.Lane(rank, lane);
            if (Volatile.Read(ref record->IsActive) == 0) continue;
            active.Add(record->Kind == (int)CallKind.Finalize ? "has left MpiEnvironment.Run and waits in MPI_Finalize" : $"in {record->Describe()}");
            began = Math.Min(began, record->Began);
        }
        if (active.Count > 0) return (string.Join("; another thread ", active), Since(began));
        string last = Last(rank, out long ended);
        return ended == 0 ? ("in no call, and has made none", 0) : ($"in no call (its last was {last})", Since(ended));

        static long Since(long time) => (CallRecord.Now - time) / 100 * 100;
    }

    private static string Last(RankRecord* rank, out long ended)
    {
        ended = 0;
        string text = "none";
        for (int lane = 0; lane < RankRecord.Lanes; lane++)
        {
            CallRecord* record = RankRecord.Lane(rank, lane);
            if (record->Kind == 0 || record->Ended <= ended) continue;
            ended = record->Ended;
            text = record->Describe();
        }
        return text;
    }

    private static string Stacks(NodeBoard board)
    {
        var ranks = new Dictionary<int, int>();
        for (int index = 0; index < board.Ranks; index++)
        {
            RankRecord* rank = board.Rank(index);
            if (IsAlive(rank->Process)) ranks[rank->Process] = rank->WorldRank;
        }
        Dictionary<int, string> stacks = StackReader.Read(ranks.Keys, out string? problem);
        if (problem is not null) return $"Stacks could not be read: {problem}\n";
        var folds = new RankFolds();
        foreach (var (process, rank) in ranks)
            folds.Add(rank, stacks.GetValueOrDefault(process, "    (its stack could not be read in time)\n"));
        var text = new StringBuilder("Stacks, innermost call first:\n");
        foreach (var (names, stack, _, _) in folds.InOrder) text.Append($"  {names}:\n{stack}");
        return text.ToString();
    }

    // A process that nobody has waited for yet is gone, too.
    private static bool IsAlive(int process) => !OperatingSystem.IsLinux() || process == Environment.ProcessId || ProcessState.Of(process) is { IsAlive: true };
}
