using DistArray.Mpi;

namespace DistArray.Trilinos.Tests.Runtime;

/// <summary>Whole programs: how they end.</summary>
public class EndTests
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(60);

    private static readonly string s_program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "DistArray.Trilinos.Faults", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "DistArray.Trilinos.Faults.dll"));

    [Test]
    public void AFunction_ThatThrowsWhileTheOthersWaitForItsRank_EndsTheJob()
    {
        MpiLaunchResult result = MpiLauncher.Run(3, s_deadline, "dotnet", s_program, "throw-before-exchange");
        Assert.That(result.TimedOut, Is.False);
        Assert.That(result.ExitCode, Is.EqualTo(MpiEnvironment.FailureStatus), result.Error);
        Assert.That(result.Error, Does.Contain("[rank 2 of 3] ").And.Contains("the others wait for it elsewhere").And.Contains("the coefficient is missing"));
        Assert.That(result.Output, Does.Not.Contain("done"));
    }

    [TestCase("forget", 1)]
    [TestCase("forget", 2)]
    [TestCase("dispose-late", 1)]
    [TestCase("dispose-late", 3)]
    public void Objects_ThatNobodyDisposedOf_AreDestroyedWhenMpiEnds(string fault, int ranks)
    {
        MpiLaunchResult result = MpiLauncher.Run(ranks, s_deadline, "dotnet", s_program, fault);
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        for (int rank = 0; rank < ranks; rank++) Assert.That(result.Output, Does.Contain($"rank {rank} done, live True"));
        Assert.That(result.Output.Split("after: 0 live"), Has.Length.EqualTo(ranks + 1), result.Output);
        Assert.That(result.Error, Is.Empty);
    }
}
