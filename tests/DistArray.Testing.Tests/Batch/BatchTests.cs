using DistArray.Mpi;
using DistArray.Testing.Tests.Samples;

namespace DistArray.Testing.Tests.Batch;

/// <summary>Tests that run in the job that is there, without a test process.</summary>
public class BatchTests
{
    [Test]
    public void Job_RunsTheTestsOfItsSize_AndCountsTheOthers()
    {
        MpiLaunchResult run = Run(2, "Samples.Passing|Samples.OnceAFixture|Samples.Values.Repeated");
        string[] lines = run.Output.Split('\n');
        Assert.That(lines, Has.Some.Match(@"^DistArray\.Testing\.Samples\.Passing\.World_HasTheSizeAskedFor\(2 ranks\) \.\.\. passed \(\d+ ms\)$"));
        Assert.That(lines, Has.Some.Contains("Passing.Retried(2 ranks) ... passed"));
        Assert.That(lines, Has.Some.Contains("Passing.SourcedData(2 ranks,4.0d) ... ignored").And.Some.EqualTo("  ranks 0-1: not today"));
        Assert.That(lines, Has.Some.Contains("OnceAFixture.C_Third(2 ranks) ... passed"));
        Assert.That(lines[^2], Is.EqualTo("2 ranks: 17 passed, 0 failed, 1 skipped; 7 of other world sizes (1, 3, 4) left out."));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    [Test]
    public void Failures_AreFoldedAndNamed_AndTheOthersRun()
    {
        MpiLaunchResult run = Run(2, "FailingOnce|FailingTearDown|Skipped.NoSize|Skipped.Inconclusive");
        Assert.That(run.Output, Does.Contain("FailingOnce.A_First(2 ranks) ... FAILED").And.Contain("  rank 1: OneTimeSetUp: SetUp : System.InvalidOperationException : no input on this rank\n"));
        Assert.That(run.Output, Does.Contain("FailingTearDown.Passes(2 ranks) ... passed").And.Contain("OneTimeTearDown of DistArray.Testing.Samples.FailingTearDown ... FAILED"));
        Assert.That(run.Output, Does.Contain("Skipped.Inconclusive(2 ranks) ... inconclusive").And.Contain("  ranks 0-1: cannot tell\n"));
        Assert.That(run.Output, Does.Contain("Skipped.NoSize ... FAILED\n  [MpiTest] names no world size."));
        Assert.That(run.Output, Does.EndWith("2 ranks: 1 passed, 4 failed, 1 skipped.\n"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void Hang_EndsTheJobAtItsDeadline_AndTellsWhereEachRankIs()
    {
        MpiLaunchResult run = Run(3, "Breaking.Hangs_OnOneRank");
        Assert.That(run.Output, Does.Contain("Breaking.Hangs_OnOneRank(3 ranks) ... FAILED"));
        Assert.That(run.Output, Does.Contain("  Hung: ranks 0-2 of 3 did not end within 3 s. The job was killed.\n"));
        Assert.That(run.Output, Does.Contain("  ranks 0, 2: hung in Barrier, called from Breaking.Hangs_OnOneRank\n"));
        Assert.That(run.Output, Does.Contain("  rank 1: hung in no collective: Thread.Sleep < Breaking.Hangs_OnOneRank\n"));
        Assert.That(run.ExitCode, Is.EqualTo(70));
    }

    [Test]
    public void OneRankThatFails_EndsTheJobAfterTheGrace()
    {
        MpiLaunchResult run = Run(4, "Failing.OneRank_WhileTheOthersWait");
        Assert.That(run.Output, Does.Contain("  1 of 4 ranks failed, and ranks 0-1, 3 did not end. The job was killed.\n  ranks 0-1, 3: waiting in Barrier, called from Failing.OneRank_WhileTheOthersWait\n  rank 2: rank 2 leaves\n"));
        Assert.That(run.ExitCode, Is.EqualTo(70));
        Assert.That(run.Duration, Is.LessThan(TimeSpan.FromSeconds(45)), "the test's own deadline is 60 s");
    }

    [Test]
    public void SizeThatNoTestNames_IsAFailure()
    {
        MpiLaunchResult run = Run(1, "Samples.OfTypes");
        Assert.That(run.Output, Is.EqualTo("1 rank: 0 passed, 0 failed, 0 skipped; 2 of other world sizes (2) left out.\nNo test was picked that runs on this world size.\n"));
        Assert.That(run.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public void WrongFilter_SaysHowToWriteIt()
    {
        MpiLaunchResult run = Run(1, "Rank=3");
        Assert.That(run.Error, Does.Contain("The filter 'Rank=3' is wrong: there is no 'Rank'").And.Contain("usage: mpiexec -n RANKS"));
        Assert.That(run.ExitCode, Is.EqualTo(64));
    }

    private static MpiLaunchResult Run(int ranks, string filter) =>
        MpiLauncher.Run(ranks, TimeSpan.FromMinutes(2), "dotnet", "exec", Path.Combine(Path.GetDirectoryName(SampleRun.Assembly)!, "DistArray.Testing.dll"), "run", SampleRun.Assembly, "--filter", filter);
}
