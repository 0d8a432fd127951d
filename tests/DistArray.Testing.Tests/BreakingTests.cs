using System.Diagnostics;
using System.Globalization;
using DistArray.Testing.Tests.Samples;

namespace DistArray.Testing.Tests;

/// <summary>Jobs that hang or end: what is reported, and that nothing of them stays behind.</summary>
public class BreakingTests
{
    private readonly DirectoryInfo _traces = Directory.CreateTempSubdirectory("distarray-traces-");
    private SampleRun _run = null!;

    [OneTimeSetUp]
    public void Run() => _run = new SampleRun("FullyQualifiedName~Samples.Breaking", TraceTo("run"));

    [OneTimeTearDown]
    public void Dispose()
    {
        _run.Dispose();
        _traces.Delete(recursive: true);
    }

    [Test]
    public void Hang_NamesTheRanksAndWhereTheyAre()
    {
        string message = Failed("Hangs_OnOneRank(3 ranks)");
        Assert.That(message, Does.StartWith("Hung: ranks 0-2 of 3 did not end within 3 s. The job was killed."));
        Assert.That(message, Does.Contain("rank 1: hung in no collective: Thread.Sleep < Breaking.Hangs_OnOneRank"));
        Assert.That(message, Does.Contain("ranks 0, 2: hung in Barrier, called from Breaking.Hangs_OnOneRank"));
    }

    [Test]
    public void Hang_OfTheRankThatIsLeft_TellsThatTheOtherEnded() =>
        Assert.That(Failed("Returns_WhileTheOtherWaits(2 ranks)"), Does.StartWith("Hung: rank 1 of 2 did not end within 3 s.").And.Contain("rank 0: ended the test"));

    [TestCase("FailFast(3 ranks)", 1, "crash on purpose")]
    [TestCase("Killed(3 ranks)", 2, "signal 9")]
    public void Crash_NamesTheRankAndShowsTheOutput(string name, int rank, string output) =>
        Assert.That(Failed(name), Does.StartWith("The job of 3 ranks ended in the middle of the test.").And.Contain($"rank {rank}: the process ended first").And.Contain(output));

    [Test]
    public void ExitInTheMiddle_IsAFailure() => Assert.That(Failed("Exits(3 ranks)"), Does.StartWith("The job of 3 ranks ended in the middle of the test."));

    [Test]
    public void NextTest_RunsOnANewJob() => Assert.That(_run.Results["Works_AfterTheOthers(3 ranks)"].Outcome, Is.EqualTo("Passed"));

    [Test]
    public void Nothing_StaysBehind()
    {
        Assert.That(SampleRun.Ranks, Is.Empty.After(5000, 50));
        Assert.That(Traces("run"), Has.Length.GreaterThanOrEqualTo(3 + 2 + 3 + 3 + 3));
        Assert.That(() => Remains("run"), Is.Empty.After(5000, 50));
    }

    [Test]
    public void EndOfTheTestProcess_EndsItsRanks()
    {
        DirectoryInfo results = _traces.CreateSubdirectory("results");
        using Process run = SampleRun.Start("Name~Sleeps", results.FullName, TraceTo("killed"));
        Assert.That(() => Traces("killed"), Has.Length.EqualTo(2).After(30000, 50));
        int testProcess = Parent(Parent(int.Parse(Traces("killed")[0].Split(' ')[0], CultureInfo.InvariantCulture)));
        Process.GetProcessById(testProcess).Kill();
        Assert.That(SampleRun.Ranks, Is.Empty.After(8000, 50));
        Assert.That(() => Remains("killed"), Is.Empty.After(8000, 50));
        Assert.That(run.WaitForExit(TimeSpan.FromSeconds(30)), Is.True);
    }

    private static int Parent(int process)
    {
        // The name may hold blanks; it ends with the last parenthesis.
        string stat = File.ReadAllText($"/proc/{process}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private (string Name, string Value) TraceTo(string name) => ("DISTARRAY_SAMPLES_TRACE", Path.Combine(_traces.FullName, name));

    private string[] Traces(string name) => [.. _traces.GetFiles(name + ".*").Select(file => File.ReadAllText(file.FullName)).Where(text => text.Length > 0)];

    // Shared-memory files and job folders of the ranks that left a trace.
    private string[] Remains(string name) =>
    [
        .. Traces(name).Select(trace => trace.Split(' ')).SelectMany(trace => Directory.EnumerateFiles("/dev/shm", $"*.{trace[1]}.*").Concat(Directory.Exists(trace[2]) ? [trace[2]] : [])).Distinct(),
    ];

    private string Failed(string name)
    {
        SampleResult result = _run.Results[name];
        Assert.That(result.Outcome, Is.EqualTo("Failed"));
        return result.Message.Trim();
    }
}
