using DistArray.Testing.Tests.Samples;

namespace DistArray.Testing.Tests;

/// <summary>How a failure on some or all ranks is reported.</summary>
public class FailingTests
{
    private SampleRun _run = null!;

    [OneTimeSetUp]
    public void Run() => _run = new SampleRun("FullyQualifiedName~Samples.Failing|FullyQualifiedName~Samples.Skipped");

    [OneTimeTearDown]
    public void Dispose() => _run.Dispose();

    [Test]
    public void AllRanks_AreFolded() =>
        Assert.That(Failed("AllRanks(4 ranks)"), Does.StartWith("4 of 4 ranks failed.\nranks 0-3:\n").And.Contain("Expected: 5\n  But was:  4"));

    [Test]
    public void OneRank_IsNamed() => Assert.That(Failed("OneRank(4 ranks)"), Is.EqualTo("1 of 4 ranks failed.\nrank 2: only rank 2"));

    [Test]
    public void OneRank_ShowsItsStack()
    {
        string[] lines = _run.Results["OneRank(4 ranks)"].StackTrace.Trim().Split('\n');
        Assert.That(lines[0].Trim(), Is.EqualTo("rank 2:"));
        Assert.That(lines[1], Does.Contain("Failing.OneRank(ICommunicator world) in ").And.Contain("Failing.cs:line "));
    }

    [Test]
    public void DifferentMessages_AreToldApart() =>
        Assert.That(Failed("SomeRanks_WithDifferentMessages(4 ranks)"), Is.EqualTo("3 of 4 ranks failed.\nranks 1-2: first or second\nrank 3: third"));

    [Test]
    public void OneRank_WhileTheOthersWait_EndsAfterTheGrace()
    {
        SampleResult result = _run.Results["OneRank_WhileTheOthersWait(4 ranks)"];
        Assert.That(Failed("OneRank_WhileTheOthersWait(4 ranks)"), Does.StartWith("1 of 4 ranks failed, and ranks 0-1, 3 did not end. The job was killed.\n")
            .And.Contain("rank 2: rank 2 leaves").And.Contain("ranks 0-1, 3: waiting in Barrier, called from Failing.OneRank_WhileTheOthersWait"));
        Assert.That(result.Duration, Is.LessThan(TimeSpan.FromSeconds(30)), "the test's own deadline is 60 s");
    }

    [Test]
    public void OneRank_WhoseDisposeWaits_TellsWhatItThrew() =>
        Assert.That(Failed("OneRank_WhoseDisposeWaits(2 ranks)"), Does.StartWith("Hung: ranks 0-1 of 2 did not end within 3 s.")
            .And.Contain("The last exception it threw: System.InvalidOperationException : thrown inside using")
            .And.Contain("rank 1:\nhung in Barrier, called from Failing+Waiter.Dispose"));

    [Test]
    public void OneRank_WhoseTearDownWaits_IsReportedAtOnce() =>
        Assert.That(Failed("OneRank_WhileTheOthersSleep(3 ranks)"), Does.StartWith("1 of 3 ranks failed, and ranks 0-2 did not end.")
            .And.Contain("System.InvalidOperationException : thrown before tear-down\nand then did not end in Barrier, called from FailingBeforeTearDown.WaitForAll"));

    [Test]
    public void WrongException_IsShownAsNUnitDoes() =>
        Assert.That(Failed("WrongException(3 ranks)"), Does.Contain("Expected: <System.InvalidOperationException>\n  But was:  <System.ArgumentException: thrown"));

    [Test]
    public void Exception_IsShownWithTypeAndText() =>
        Assert.That(Failed("Exception(3 ranks)"), Is.EqualTo("1 of 3 ranks failed.\nrank 0: System.InvalidOperationException : the cause"));

    [Test]
    public void RanksThatDisagree_Fail() =>
        Assert.That(Failed("RanksDisagree(2 ranks)"), Is.EqualTo("The ranks disagree on the outcome.\nrank 0: passed\nrank 1: not on rank 1"));

    [Test]
    public void OneTimeSetUp_FailingOnOneRank_IsRunAgainOnAll()
    {
        Assert.That(Failed("A_First(2 ranks)"), Does.StartWith("1 of 2 ranks failed.").And.Contain("no input on this rank"));
        Assert.That(_run.Results["B_Second(2 ranks)"].Outcome, Is.EqualTo("Passed"), _run.Results["B_Second(2 ranks)"].Message);
    }

    [Test]
    public void FailingOneTimeTearDown_IsTold() => Assert.That(_run.Log, Does.Contain("TearDown failed for test fixture").And.Contain("the files are still open"));

    [Test]
    public void FailingSetUp_FailsTheTest() => Assert.That(Failed("Never(2 ranks)"), Does.Contain("set-up is broken"));

    [TestCase("Ignored(2 ranks)", "left out")]
    [TestCase("IgnoredByAllRanks(2 ranks)", "ranks 0-1: on all ranks")]
    [TestCase("Inconclusive(2 ranks)", "ranks 0-1: cannot tell")]
    public void Skipped_TellsWhy(string name, string reason)
    {
        Assert.That(_run.Results[name].Outcome, Is.EqualTo("NotExecuted"));
        Assert.That(_run.Results[name].Message + _run.Results[name].Output, Does.Contain(reason));
    }

    [Test]
    public void Explicit_RunsWhenAskedForOnly()
    {
        using SampleRun asked = new("Name~OnRequest");
        Assert.That(_run.Results.GetValueOrDefault("OnRequest(2 ranks)")?.Outcome, Is.Null.Or.EqualTo("NotExecuted"));
        Assert.That(asked.Results["OnRequest(2 ranks)"].Outcome, Is.EqualTo("Passed"));
    }

    [TestCase("NUnitsStrategy", "Combining = Combining.Sequential")]
    [TestCase("ValuesWithoutWorld", "Give it an ICommunicator as first parameter")]
    [TestCase("NoSize", "names no world size")]
    [TestCase("SizeTwice", "names a world size twice")]
    [TestCase("TooFewArguments(2 ranks,1)", "Not enough arguments")]
    [TestCase("NoSource", "has no static field, property or parameterless method called 'Nowhere'")]
    public void MistakesInTheAttributes_FailWithTheReason(string name, string reason) => Assert.That(Failed(name), Does.Contain(reason));

    private string Failed(string name)
    {
        SampleResult result = _run.Results[name];
        Assert.That(result.Outcome, Is.EqualTo("Failed"));
        return result.Message.Trim();
    }
}
