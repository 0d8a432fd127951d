using System.Globalization;

namespace DistArray.Mpi;

public sealed partial class MpiEnvironment
{
    /// <summary>Exit status of a job that the watchdog ended, since a rank waited for others longer than the limit.</summary>
    public const int WatchdogStatus = 72;

    private const string WatchdogVariable = "DISTARRAY_WATCHDOG", CheckVariable = "DISTARRAY_CHECK";
    private const long LongestLimit = 1_000_000_000; // seconds

    private static int s_switched;

    /// <summary>How long a rank may wait for others before the watchdog reports and ends the job; <see cref="Timeout.InfiniteTimeSpan"/> where it is off.</summary>
    public static TimeSpan WatchdogLimit => Watchdog.Limit == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Watchdog.Limit);

    /// <summary>Whether collective calls are agreed upon before they begin.</summary>
    public static bool IsChecking => (CallGuard.Switches & CallGuard.Check) != 0;

    /// <summary>Ends the job, with a report of which rank is in which call, when a rank waits for others longer than a limit. As the environment variable
    /// <c>DISTARRAY_WATCHDOG=SECONDS</c>.</summary>
    /// <param name="limit">The limit, 10 ms or more; the longest of the ranks' counts. <see cref="Timeout.InfiniteTimeSpan"/> notes calls for <see cref="Communicator.CurrentOperation"/>,
    /// and never ends the job.</param>
    /// <exception cref="RankFailedException">The limit is too short on some rank.</exception>
    /// <remarks><para><b>Collective</b> over all ranks. What counts are collective calls, blocking messages, waits for requests, waits of halo exchanges, and the end of MPI; a rank that computes
    /// is not under watch, but is named in the report of those that wait for it. Choose the limit longer than the longest time for which ranks are apart.</para>
    /// <para>One rank of each node writes the report, and the exit status is <see cref="WatchdogStatus"/>. Each call costs some tens of nanoseconds. 64 threads of a rank are watched at once; a line on
    /// standard error says so where there are more.</para></remarks>
    public static void SetWatchdog(TimeSpan limit)
    {
        bool isValid = limit == Timeout.InfiniteTimeSpan || limit >= TimeSpan.FromMilliseconds(10);
        Communicator.World.ThrowIfAny(isValid ? null : new ArgumentOutOfRangeException(nameof(limit), limit, $"The limit of the watchdog is {limit}. It must be 10 ms or more."));
        Span<long> longest = [limit == Timeout.InfiniteTimeSpan ? long.MaxValue : (long)limit.TotalMilliseconds];
        RawCollectives.Max(Communicator.World, longest);
        StartWatchdog(longest[0] == long.MaxValue ? 0 : longest[0]);
    }

    /// <summary>Agrees, from now on, on each collective call before it begins, so that ranks in different ones throw <see cref="CollectiveMismatchException"/> in place of a hang. As the
    /// environment variable <c>DISTARRAY_CHECK=1</c>, or <c>DISTARRAY_CHECK=calls</c> without the places of the calls.</summary>
    /// <param name="check">Whether to check, the same on every rank.</param>
    /// <param name="sites">Whether ranks must make a call from the same place of the program. It is compared where the calling method is not optimized (a debug build, or
    /// <see cref="System.Runtime.CompilerServices.MethodImplOptions.NoOptimization"/>), and shown in any case.</param>
    /// <remarks><b>Collective</b> over all ranks; nothing may be under way. A call costs an all-reduce of six integers on a communicator of its own, and the walk up the stack for its place. Broadcasts, reductions to one rank and their like wait for all ranks then, which MPI lets them but does not ask of them.</remarks>
    public static void SetChecking(bool check, bool sites = true)
    {
        Communicator.World.MakeShadow();
        int switches = CallGuard.Switches & ~(CallGuard.Check | CallGuard.WithoutSites);
        CallGuard.Switches = check ? switches | CallGuard.Check | (sites ? 0 : CallGuard.WithoutSites) : switches;
    }

    // What any rank's environment asks for holds for all, once a process.
    private static void ReadSwitches()
    {
        if (Interlocked.Exchange(ref s_switched, 1) != 0) return;
        string? problem = null;
        long seconds = ReadWatchdog(ref problem), check = ReadCheck(ref problem);
        CheckLeaks(ref problem);
        Span<long> asked = [problem is null ? 0 : 1, seconds, check, LeakTracker.IsOn ? 1 : 0];
        RawCollectives.Max(Communicator.World, asked);
        if (asked[0] != 0) throw new InvalidOperationException(problem ?? $"Another rank has a value of {WatchdogVariable}, {CheckVariable} or {LeakTracker.Variable} that cannot be used.");
        if (asked[1] > 0) StartWatchdog(asked[1] * 1000);
        if (asked[2] > 0) SetChecking(true, sites: asked[2] == 2);
        if (asked[3] > 0) LeakTracker.IsOn = true;
    }

    private static long ReadWatchdog(ref string? problem)
    {
        string? text = Environment.GetEnvironmentVariable(WatchdogVariable);
        if (string.IsNullOrEmpty(text)) return 0;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds <= LongestLimit) return seconds;
        problem = $"{WatchdogVariable} is '{text}'. Give whole seconds that a rank may wait for others, or 0 for no watchdog.";
        return 0;
    }

    private static long ReadCheck(ref string? problem)
    {
        string? text = Environment.GetEnvironmentVariable(CheckVariable);
        switch (text)
        {
            case null or "" or "0": return 0;
            case "calls": return 1;
            case "1": return 2;
        }
        problem ??= $"{CheckVariable} is '{text}'. Give 1 to check collective calls, calls to leave out the places that they are made from, or 0.";
        return 0;
    }

    private static void CheckLeaks(ref string? problem)
    {
        if (Environment.GetEnvironmentVariable(LeakTracker.Variable) is not (null or "" or "0" or "1") and var text)
            problem ??= $"{LeakTracker.Variable} is '{text}'. Give 1 to be told at the end what was not disposed of, or 0.";
    }

    private static void StartWatchdog(long milliseconds)
    {
        if (CallLog.Board is null) CallLog.Start(NodeBoard.Make(Communicator.World));
        Watchdog.Set(milliseconds, Communicator.World.Size);
    }
}
