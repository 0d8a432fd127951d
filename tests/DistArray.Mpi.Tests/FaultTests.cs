using System.Globalization;
using System.Text.RegularExpressions;

namespace DistArray.Mpi.Tests;

/// <summary>Whole programs of which one rank fails while the others wait for it in a barrier.</summary>
public class FaultTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static readonly string Program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "DistArray.Mpi.Faults", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "DistArray.Mpi.Faults.dll"));

    private static readonly string Dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    [TestCase(1)]
    [TestCase(3)]
    public void Run_WithoutAFault_EndsWithZeroOnEveryRank(int ranks)
    {
        MpiLaunchResult result = MpiLauncher.Run(ranks, Deadline, Dotnet, Program, "none");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        for (int rank = 0; rank < ranks; rank++)
            Assert.That(result.Output, Does.Contain($"rank {rank} of {ranks} done"));
    }

    [TestCase("throw", 70, "InvalidDataException: the input of this rank is bad")]
    [TestCase("throw-in-using", 70, "InvalidDataException: the input of this rank is bad")]
    [TestCase("throw-on-thread", 70, "InvalidDataException: a thread of this rank failed")]
    [TestCase("throw-in-task", 70, "InvalidDataException: a task of this rank failed")]
    [TestCase("abort", 70, "InvalidDataException: a timer of this rank found a fault")]
    [TestCase("mpi-error", 70, "MPI_ERR_RANK")]
    [TestCase("exit", 71, "exits with status 0 while MPI runs")]
    [TestCase("exit-9", 9, "exits with status 9 while MPI runs")]
    public void Run_WithAFaultOnOneRank_EndsTheJobWithinTwoSeconds(string fault, int status, string text)
    {
        MpiLaunchResult result = MpiLauncher.Run(3, Deadline, Dotnet, Program, fault);
        TimeSpan taken = DateTime.UtcNow - FaultTime(result.Error);
        Assert.That(result.TimedOut, Is.False);
        Assert.That(result.ExitCode, Is.EqualTo(status), result.Error);
        Assert.That(result.Error, Does.Contain("[rank 2 of 3] ").And.Contains(text));
        Assert.That(result.Output, Does.Not.Contain("done"));
        Assert.That(taken, Is.LessThan(TimeSpan.FromSeconds(2)));
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

    [TestCase("OMPI_COMM_WORLD_SIZE")]
    [TestCase("PMI_SIZE")]
    [TestCase("SLURM_STEP_NUM_TASKS")]
    public void Run_UnderALauncherOfAnotherMpi_IsRefused(string variable)
    {
        // As that launcher would start it: a process on its own that only the environment tells of the others.
        MpiLaunchResult result = MpiLauncher.Run(1, Deadline, "env", $"{variable}=4", Dotnet, Program, "none");
        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Error, Does.Contain($"The launcher started 4 processes ({variable}=4), but this program's MPI library sees 1"));
        Assert.That(result.Output, Does.Not.Contain("done"));
    }

    private static DateTime FaultTime(string error)
    {
        Match match = Regex.Match(error, @"fault at (\S+)");
        Assert.That(match.Success, error);
        return DateTime.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
    }
}
