namespace DistArray.Mpi.Tests;

/// <summary>Whole programs that only the guards keep from hanging, from garbage, or from leaving things behind.</summary>
public class GuardTests
{
    private const string Watch = "DISTARRAY_WATCHDOG", Check = "DISTARRAY_CHECK", Leaks = "DISTARRAY_LEAKS";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "DistArray.Mpi.Faults", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "DistArray.Mpi.Faults.dll"));

    private static readonly string Dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static MpiLaunchResult Run(int ranks, string fault, params string[] variables) => MpiLauncher.Run(ranks, Deadline, ["env", .. variables, Dotnet, Program, fault]);

    private static int CountOf(string text, string part) => text.Split(part).Length - 1;

    [TestCase("watch-barrier", "ranks 0-1: in Barrier on MPI_COMM_WORLD", "rank 2: in no call, and has made none")]
    [TestCase("watch-return", "ranks 0-1: in Barrier on MPI_COMM_WORLD", "rank 2: has left MpiEnvironment.Run and waits in MPI_Finalize|rank 2: has ended MPI")]
    [TestCase("watch-end", "ranks 0-1: has left MpiEnvironment.Run and waits in MPI_Finalize", "rank 2: in no call")]
    [TestCase("watch-wait", "ranks 0-1: in Wait for ImmediateReceive of 4 float64 from rank 2, tag 8 on MPI_COMM_WORLD", "rank 2: in no call")]
    [TestCase("watch-part", "ranks 0-1: in Barrier on MPI_COMM_WORLD", "rank 2: in Allreduce of 1 float64 (Add) on part 0 of split 1 of MPI_COMM_WORLD")]
    [TestCase("watch-api", "ranks 0-1: in Barrier on MPI_COMM_WORLD", "rank 2: in no call, and has made none")]
    public void Watchdog_WhenRanksWaitForOthers_TellsWhoIsWhereAndEndsTheJob(string fault, string waiting, string other)
    {
        MpiLaunchResult result = Run(3, fault, fault == "watch-api" ? $"{Watch}=0" : $"{Watch}=1");
        Assert.That(result.TimedOut, Is.False);
        Assert.That(result.ExitCode, Is.EqualTo(MpiEnvironment.WatchdogStatus), result.Error);
        Assert.That(CountOf(result.Error, "DistArray watchdog: rank "), Is.EqualTo(1), result.Error);
        Assert.That(result.Error, Does.Contain(waiting));
        Assert.That(other.Split('|').Any(text => result.Error.Contains(text, StringComparison.Ordinal)), result.Error);
        Assert.That(result.Error, Does.Contain("in GuardFaults.cs:line").Or.Contain("DistArray.Mpi.MpiEnvironment.Dispose"));
    }

    [Test]
    public void Watchdog_OfMoreThreadsOneAfterTheOther_SeesThemAll()
    {
        MpiLaunchResult result = Run(2, "watch-threads", $"{Watch}=1");
        Assert.That(result.ExitCode, Is.EqualTo(MpiEnvironment.WatchdogStatus), result.Error);
        Assert.That(result.Error, Does.Contain("rank 0: in Barrier on MPI_COMM_WORLD").And.Not.Contain("more than"));
    }

    [Test]
    public void Watchdog_OfMoreThreadsAtOnce_SaysThatItDoesNotSeeThemAll()
    {
        MpiLaunchResult result = Run(2, "watch-crowd", $"{Watch}=10");
        Assert.That(result.ExitCode, Is.EqualTo(MpiEnvironment.WatchdogStatus), result.Error);
        Assert.That(CountOf(result.Error, "more than 64 threads of rank 0 call MPI. It watches 64"), Is.EqualTo(1), result.Error);
        Assert.That(CountOf(result.Error, "in Receive"), Is.GreaterThanOrEqualTo(64), result.Error);
    }

    [Test]
    public void Watchdog_WhenNobodyWaitsAsLong_LetsTheJobEnd()
    {
        MpiLaunchResult result = Run(3, "watch-slow", $"{Watch}=60");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(CountOf(result.Output, " done"), Is.EqualTo(3));
    }

    [TestCase("check-operation", "ranks 0-1: Allreduce of 1 float64 (Add), at GuardFaults.Run", "rank 2: Barrier, at GuardFaults.Run")]
    [TestCase("check-end", "ranks 0-1: Barrier, at GuardFaults.Run", "rank 2: MPI_Finalize, after the end of MpiEnvironment.Run")]
    [TestCase("check-immediate", "ranks 0-1: ImmediateAllreduce of 3 int32 (Add)", "rank 2: ImmediateAllreduce of 2 int32 (Add)")]
    [TestCase("check-site", "ranks 0-1: Barrier, at GuardFaults.FromTwoPlaces", "DISTARRAY_CHECK=calls leaves places out")]
    public void Check_OfDifferentCalls_ThrowsOnEveryRankWhatEachIsIn(string fault, string some, string other)
    {
        MpiLaunchResult result = Run(3, fault, $"{Check}=1");
        Assert.That(result.ExitCode, Is.EqualTo(MpiEnvironment.FailureStatus), result.Error);
        Assert.That(result.Error, Does.Contain("CollectiveMismatchException: The 3 ranks of MPI_COMM_WORLD are in different collective calls:"));
        Assert.That(result.Error, Does.Contain(some).And.Contain(other));
        if (fault == "check-immediate") Assert.That(CountOf(result.Output, " passed"), Is.EqualTo(3));
    }

    [Test]
    public void Check_OfCallsAlone_AcceptsOneCallFromTwoPlaces()
    {
        MpiLaunchResult result = Run(3, "check-site", $"{Check}=calls");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
    }

    [Test]
    public void Check_OfARankThatNeverComes_IsTheWatchdogs()
    {
        MpiLaunchResult result = Run(3, "check-missing", $"{Check}=1", $"{Watch}=1");
        Assert.That(result.ExitCode, Is.EqualTo(MpiEnvironment.WatchdogStatus), result.Error);
        Assert.That(result.Error, Does.Contain("ranks 0-1: in Barrier on MPI_COMM_WORLD, at GuardFaults.Run in GuardFaults.cs:line").And.Contain("rank 2: in no call"));
    }

    [TestCase(Watch, "soon", "Give whole seconds")]
    [TestCase(Watch, "-1", "Give whole seconds")]
    [TestCase(Check, "yes", "Give 1 to check")]
    [TestCase(Leaks, "yes", "Give 1 to be told")]
    public void Start_WithAValueThatCannotBeUsed_FailsOnEveryRank(string variable, string value, string advice)
    {
        MpiLaunchResult result = Run(2, "none", $"{variable}={value}");
        Assert.That(result.ExitCode, Is.EqualTo(MpiEnvironment.FailureStatus));
        Assert.That(result.Error, Does.Contain($"{variable} is '{value}'. {advice}"));
        Assert.That(result.Output, Does.Not.Contain("done"));
    }

    [Test]
    public void Leaks_AreReportedAtTheEnd_OnceForEqualRanks()
    {
        MpiLaunchResult result = Run(2, "leaks", $"{Leaks}=1");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("[ranks 0-1 of 2] not disposed of"));
        Assert.That(result.Error, Does.Contain("1 x array of float64, 32 bytes, still in use at the end; made"));
        Assert.That(result.Error, Does.Contain("3 x array of int32, 24 bytes, dropped, and left to the garbage collector; made"));
        Assert.That(result.Error, Does.Contain("1 x communicator, dropped, and never given back; made"));
        Assert.That(result.Error, Does.Contain("1 x request of ImmediateReceive, still in use at the end; made"));
        Assert.That(result.Error, Does.Contain("GuardFaults.Leak in GuardFaults.cs:line"));
    }

    [Test]
    public void Leaks_OfAProgramThatDisposes_AreNone()
    {
        MpiLaunchResult result = Run(2, "no-leaks", $"{Leaks}=1");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain("[ranks 0-1 of 2] all of 3 arrays, communicators, requests, libraries and files were disposed of"));
    }
}
