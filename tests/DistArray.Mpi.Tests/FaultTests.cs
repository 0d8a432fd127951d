using System.Globalization;
using System.Text.RegularExpressions;

namespace DistArray.Mpi.Tests;

/// <summary>Whole programs of which one rank fails while the others wait for it in a barrier.</summary>
public class FaultTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    internal static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "DistArray.Mpi.Faults", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "DistArray.Mpi.Faults.dll"));

    private static readonly string Dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    // 3 s on a machine that is its own; where others run too the clock says nothing.
    private static TimeSpan Within =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) > 2 * Environment.ProcessorCount + 2 ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(3);

    private static bool IsMpich { get; } = MpiEnvironment.LibraryVersion.StartsWith("MPICH", StringComparison.Ordinal);

    [TestCase(1)]
    [TestCase(3)]
    public void Run_WithoutAFault_EndsWithZeroOnEveryRank(int ranks)
    {
        MpiLaunchResult result = MpiLauncher.Run(ranks, Deadline, Dotnet, Program, "none");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        for (int rank = 0; rank < ranks; rank++)
            Assert.That(result.Output, Does.Contain($"rank {rank} of {ranks} done"));
    }

    /// <summary>The table of examples/guides/mpi.md: what a fault of the last rank does to the job.</summary>
    private static IEnumerable<Fault> Faults =>
    [
        new("throw", "InvalidDataException: the input of this rank is bad"),
        new("throw-in-using", "InvalidDataException: the input of this rank is bad"),
        new("throw-on-thread", "InvalidDataException: a thread of this rank failed"),
        new("throw-in-task", "InvalidDataException: a task of this rank failed"),
        new("abort", "InvalidDataException: a timer of this rank found a fault"),
        new("mpi-error", IsMpich ? "Invalid rank" : "MPI_ERR_RANK"),
        new("null", "NullReferenceException"),
        new("out-of-memory", "OutOfMemoryException") { Variables = ["DOTNET_GCHeapHardLimit=0x4000000"] },
        new("out-of-native-memory", "OutOfMemoryException"),
        new("exit", "exits with status 0 while MPI runs") { Status = [71] },
        new("exit-9", "exits with status 9 while MPI runs") { Status = [9] },
        new("native-exit", "native code exits, with exit() or a STOP of Fortran, while MPI runs") { Status = [71] },
        new("fortran-stop", "native code exits, with exit() or a STOP of Fortran, while MPI runs") { Status = [71] },
        // The process ends without a word of ours; the launcher notices, and the runtime tells where it was. MPICH's launcher may or in the 9 of those that it kills.
        new("kill", IsMpich ? "Killed (signal 9)" : "exited on signal 9") { Status = IsMpich ? [9] : [137], IsSudden = true },
        new("segv", IsMpich ? "Segmentation fault (signal 11)" : "exited on signal 11") { Status = IsMpich ? [11] : [139], IsSudden = true },
        new("fail-fast", "this rank found its memory broken") { Status = IsMpich ? [6, 6 | 9] : [134], IsSudden = true },
        new("stack-overflow", "Stack overflow") { Status = IsMpich ? [6, 6 | 9] : [134], IsSudden = true },
        // MPICH's launcher kills the others before it has asked how they ended: 0, or the 9 of one that it did ask.
        new("immediate-exit", IsMpich ? "" : "exited without calling \"finalize\"") { Status = IsMpich ? [0, 9] : [1], IsSudden = true },
        new("launcher-kill", "") { Status = [137], IsSudden = true },
        new("launcher-term", "was sent SIGTERM: the job ends with status 143") { Status = IsMpich ? [143] : [1], IsSudden = true },
        // Open MPI's mpiexec makes a SIGTERM of it.
        new("launcher-int", IsMpich ? "was sent SIGINT: the job ends with status 130" : "was sent SIGTERM: the job ends with status 143") { Status = IsMpich ? [130] : [1], IsSudden = true },
        new("hang", "LAST: in no call, and has made none") { Watchdog = s_limit },
        new("return", "LAST: has ") { Watchdog = s_limit },
        new("mismatch", "LAST: in Allreduce of 1 float64 (Add) on MPI_COMM_WORLD") { Watchdog = s_limit },
        // No rank waits for another, so the watchdog cannot know that they never will: the launcher's deadline.
        new("busy", "did not end within") { Deadline = TimeSpan.FromSeconds(12) },
    ];

    [TestCaseSource(nameof(Faults))]
    public void Run_WithAFaultOnOneRank_EndsTheJobAndLeavesNothing(Fault fault) => Run(2, fault);

    [TestCaseSource(nameof(Faults))]
    [Category("Long")]
    public void Run_WithAFaultOnOneOfFourRanks_EndsTheJobAndLeavesNothing(Fault fault) => Run(4, fault);

    private static void Run(int ranks, Fault fault)
    {
        // As a variable of the job's own, so that its processes can be told from others'.
        string mark = $"DISTARRAY_FAULT={Guid.NewGuid():N}";
        string[] watchdog = fault.Watchdog is { } limit ? [$"DISTARRAY_WATCHDOG={limit.TotalSeconds}"] : [];
        MpiLaunchResult result = MpiLauncher.Run(ranks, fault.Deadline ?? Deadline, ["env", mark, .. watchdog, .. fault.Variables, Dotnet, Program, fault.Name]);
        DateTime end = DateTime.UtcNow;
        TestContext.Out.WriteLine($"{result.ExitCode} after {(end - FaultTime(result.Error)).TotalSeconds:F1} s\n{result.Error}");

        Assert.That(result.TimedOut, Is.EqualTo(fault.Deadline is not null));
        Assert.That(fault.Deadline is null ? fault.Status : [-1], Does.Contain(result.ExitCode), result.Error);
        // MPICH's launcher says on standard output what it has seen.
        Assert.That(IsMpich && fault.IsSudden ? result.Error + result.Output : result.Error, Does.Contain(fault.Text.Replace("LAST", $"rank {ranks - 1}", StringComparison.Ordinal)));
        if (fault.Watchdog is not null) Assert.That(result.Error, Does.Contain($"{(ranks == 2 ? "rank 0" : $"ranks 0-{ranks - 2}")}: in Barrier on MPI_COMM_WORLD"));
        else if (!fault.IsSudden && fault.Deadline is null) Assert.That(result.Error, Does.Contain($"[rank {ranks - 1} of {ranks}] "));
        Assert.That(result.Output, Does.Not.Contain("done"));
        Assert.That(end - FaultTime(result.Error), Is.LessThan(Within + (fault.Watchdog ?? fault.Deadline ?? TimeSpan.Zero)));

        Assert.That(() => Processes(mark), Is.Empty);
        string[] open = [.. Regex.Matches(result.Error, @"open: (\S+)").Select(match => match.Groups[1].Value)];
        // MPICH's launcher may not have read what the others said.
        Assert.That(open, Has.Some.Contains("dotnet-diagnostic"));
        if (!IsMpich) Assert.That(open, Has.Some.StartsWith("/dev/shm/").And.Some.Contains("/ompi."));
        Assert.That(open.Where(Path.Exists), Is.Empty);
    }

    [Test]
    public void Run_WhenATaskFailedUnseen_EndsTheJobAlthoughTheBodyReturned()
    {
        MpiLaunchResult result = MpiLauncher.Run(2, Deadline, Dotnet, Program, "lost-task");
        Assert.That(result.ExitCode, Is.EqualTo(70), result.Error);
        Assert.That(result.Error, Does.Contain("[rank 1 of 2] ").And.Contains("a task of this rank failed"));
    }

    [Test]
    public void Run_WithAStatus_EndsWithIt()
    {
        MpiLaunchResult result = MpiLauncher.Run(2, Deadline, Dotnet, Program, "status");
        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
    }

    // What a foreign launcher would set: the word of MPICH's own, MPICH itself would believe.
    private static IEnumerable<string> ForeignSizes => IsMpich ? ["OMPI_COMM_WORLD_SIZE", "SLURM_STEP_NUM_TASKS"] : ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"];

    [TestCaseSource(nameof(ForeignSizes))]
    public void Run_UnderALauncherOfAnotherMpi_IsRefused(string variable)
    {
        // As that launcher would start it: a process on its own that only the environment tells of the others.
        MpiLaunchResult result = MpiLauncher.Run(1, Deadline, "env", $"{variable}=4", Dotnet, Program, "none");
        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Error, Does.Contain($"The launcher started 4 processes ({variable}=4), but this program's MPI library sees 1"));
        Assert.That(result.Error, Does.Contain(IsMpich ? "Debian: mpiexec.mpich" : "Debian: mpiexec.openmpi"));
        Assert.That(result.Output, Does.Not.Contain("done"));
    }

    private static List<string> Processes(string mark)
    {
        List<string> found = [];
        foreach (string directory in Directory.EnumerateDirectories("/proc").Where(directory => char.IsAsciiDigit(Path.GetFileName(directory)[0])))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(directory, "environ")).Contains(mark, StringComparison.Ordinal)) found.Add(directory);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile, or is somebody else's.
            }
        }
        return found;
    }

    private static DateTime FaultTime(string error)
    {
        Match match = Regex.Match(error, @"fault at (\S+)");
        Assert.That(match.Success, error);
        return DateTime.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }

    /// <summary>One row: a fault of the last rank, and how the job ends.</summary>
    /// <param name="Name">What the program is told.</param>
    /// <param name="Text">The reason on standard error.</param>
    public sealed record Fault(string Name, string Text)
    {
        /// <summary>The exit status of mpiexec, one of these.</summary>
        public int[] Status { get => Watchdog is null ? field : [MpiEnvironment.WatchdogStatus]; init; } = [MpiEnvironment.FailureStatus];

        /// <summary>Whether the rank cannot tell its number any more.</summary>
        public bool IsSudden { get; init; }

        /// <summary>The limit of the product's watchdog, where it is to end the job.</summary>
        public TimeSpan? Watchdog { get; init; }

        /// <summary>The launcher's deadline, where nothing else ends the job.</summary>
        public TimeSpan? Deadline { get; init; }

        /// <summary>Variables of the program.</summary>
        public string[] Variables { get; init; } = [];

        public override string ToString() => Name;
    }
}
