using System.Runtime.InteropServices;
using System.Text;
using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>Ends the job when a rank waits for others longer than a limit, and tells who is where.</summary>
/// <remarks>One rank of each node reports for all of the node. No MPI but the end: the threads that call it are blocked.</remarks>
internal static unsafe partial class Watchdog
{
    private const int ShortestLook = 20, LongestLook = 1000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20); // with a rank that reports
    private static readonly TimeSpan OtherNodes = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OthersEnd = TimeSpan.FromMilliseconds(2 * LongestLook);

    private static readonly object s_lock = new();
    private static Thread? s_thread;
    private static long s_limit;
    private static int s_worldSize;

    /// <summary>The longest that a call may wait, in milliseconds; 0 for ever.</summary>
    public static long Limit => Volatile.Read(ref s_limit);

    /// <summary>Sets the limit, and begins to look.</summary>
    public static void Set(long limit, int worldSize)
    {
        lock (s_lock)
        {
            s_worldSize = worldSize;
            Volatile.Write(ref s_limit, limit);
            if (s_thread is not null || limit == 0) return;
            // Where the system lets only parents trace (Yama), the program that reads stacks is let in.
            if (OperatingSystem.IsLinux()) _ = Prctl(SetPtracer, AnyTracer, 0, 0, 0);
            s_thread = new Thread(Look) { IsBackground = true, Name = "DistArray watchdog" };
            s_thread.Start();
        }
    }

    private static void Look()
    {
        NodeBoard board = CallLog.Board!;
        while (true)
        {
            long limit = Limit;
            Thread.Sleep((int)Math.Clamp(limit / 10, ShortestLook, LongestLook));
            if (Volatile.Read(ref board.Verdict) != 0) End(board);
            if (limit == 0 || Longest(board.Mine) is not { } waited || waited <= limit) continue;
            if (Interlocked.CompareExchange(ref board.Reporter, board.Mine->WorldRank + 1, 0) != 0)
            {
                AwaitVerdict(board);
                continue;
            }
            Report(board, waited, limit);
            Volatile.Write(ref board.Verdict, 1);
            End(board);
        }
    }

    // The longest time that a thread of a rank waits; null where none does.
    private static long? Longest(RankRecord* rank)
    {
        long? longest = null;
        for (int lane = 0; lane < RankRecord.Lanes; lane++)
        {
            CallRecord* record = RankRecord.Lane(rank, lane);
            if (Volatile.Read(ref record->IsActive) == 0) continue;
            long waited = CallRecord.Now - Volatile.Read(ref record->Began);
            if (Volatile.Read(ref record->IsActive) != 0 && (longest is null || waited > longest)) longest = waited;
        }
        return longest;
    }

    // One who reports and dies meanwhile is not waited for.
    private static void AwaitVerdict(NodeBoard board)
    {
        long end = CallRecord.Now + (long)Patience.TotalMilliseconds;
        while (Volatile.Read(ref board.Verdict) == 0 && CallRecord.Now < end) Thread.Sleep(ShortestLook);
        End(board);
    }

    private static void Report(NodeBoard board, long waited, long limit)
    {
        string text;
        try
        {
            text = WatchReport.Make(board, s_worldSize, waited, limit);
        }
        catch (Exception e)
        {
            text = $"DistArray watchdog: rank {board.Mine->WorldRank} has waited for {CallLog.Seconds(waited)} in {CallLog.Describe()}; the report failed: {e}";
        }
        // Past Console, whose locks the blocked threads may hold.
        using (Stream error = Console.OpenStandardError()) error.Write(Encoding.UTF8.GetBytes(text));
        // The end kills ranks of other nodes, whose reports come at about the same time.
        if (board.Ranks < s_worldSize) Thread.Sleep(OtherNodes);
    }

    // A process in the end of MPI has no MPI that could abort: it leaves that to the others, whose status is then the job's.
    private static void End(NodeBoard board)
    {
        if (IsEnding(board.Mine)) Thread.Sleep(OthersEnd);
        else
        {
            // A thread blocked in MPI may hold what aborting waits for.
            new Thread(() =>
            {
                Thread.Sleep(OthersEnd);
                Exit(MpiEnvironment.WatchdogStatus);
            }) { IsBackground = true, Name = "watchdog's end" }.Start();
            _ = NativeMpi.Abort(MpiEnvironment.WatchdogStatus);
        }
        Exit(MpiEnvironment.WatchdogStatus);
    }

    private static bool IsEnding(RankRecord* rank)
    {
        for (int lane = 0; lane < RankRecord.Lanes; lane++)
        {
            CallRecord* record = RankRecord.Lane(rank, lane);
            if (record->IsActive != 0 && record->Kind == (int)CallKind.Finalize) return true;
        }
        return rank->HasEnded != 0;
    }

    private const int SetPtracer = 0x59616d61;
    private const nint AnyTracer = -1;

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Prctl(int option, nint a, nint b, nint c, nint d);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int status);
}
