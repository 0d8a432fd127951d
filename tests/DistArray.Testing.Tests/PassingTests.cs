using DistArray.Testing.Tests.Samples;

namespace DistArray.Testing.Tests;

/// <summary>What passes, and what is chosen and shown.</summary>
public class PassingTests
{
    private static readonly string[] Fixtures = ["Passing", "OneTime", "Idle", "Values", "WithArguments", "OfTypes", "OnceAFixture", "Depending"];
    private readonly DirectoryInfo _traces = Directory.CreateTempSubdirectory("distarray-once-");
    private SampleRun _run = null!;

    [OneTimeSetUp]
    public void Run() => _run = new SampleRun(string.Join('|', Fixtures.Select(name => $"FullyQualifiedName~Samples.{name}")), ("DISTARRAY_SAMPLES_TRACE", Path.Combine(_traces.FullName, "once")));

    [OneTimeTearDown]
    public void Dispose()
    {
        _run.Dispose();
        _traces.Delete(recursive: true);
    }

    [TestCase("World_HasTheSizeAskedFor(1 rank)")]
    [TestCase("World_HasTheSizeAskedFor(2 ranks)")]
    [TestCase("World_HasTheSizeAskedFor(3 ranks)")]
    [TestCase("World_HasTheSizeAskedFor(4 ranks)")]
    [TestCase("Communicator_IsADuplicateOfTheWorld(2 ranks)")]
    [TestCase("NoParameter(2 ranks)")]
    [TestCase("Cases(1 rank,3,0.5d)")]
    [TestCase("Quarter(2 ranks)")]
    [TestCase("Sourced(2 ranks,11,\"eleven\")")]
    [TestCase("TwoAndAHalf(2 ranks)")]
    [TestCase("Async(2 ranks)")]
    [TestCase("Retried(2 ranks)")]
    [TestCase("Plain")]
    [TestCase("RunsOnTheRanks(3 ranks)")]
    [TestCase("C_After(2 ranks)")]
    [TestCase("Combined(1 rank,3,True)")]
    [TestCase("Combined(2 ranks,4,False)")]
    [TestCase("Ranged(2 ranks,1.5d)")]
    [TestCase("Sourced(2 ranks,\"two\")")]
    [TestCase("InStep(2 ranks,2,20)")]
    [TestCase("Count_IsTheArgument(2 ranks)")]
    [TestCase("Count_IsTheArgument(2 ranks) #2")]
    [TestCase("Sum_OfOnes(2 ranks)")]
    [TestCase("Sum_OfOnes(2 ranks) #2")]
    [TestCase("C_Third(2 ranks)")]
    [TestCase("A_Step(2 ranks)")]
    public void Sample_Passes(string name) => Assert.That(_run.Results[name].Outcome, Is.EqualTo("Passed"), _run.Results[name].Message);

    [Test]
    public void Run_HoldsTheseTestsAndNoOthers() => Assert.That(_run.Results, Has.Count.EqualTo(57), string.Join('\n', _run.Results.Keys));

    [Test]
    public void Pairwise_MakesFewerCasesThanAll() => Assert.That(_run.Results.Keys.Count(name => name.StartsWith("Pairs(", StringComparison.Ordinal)), Is.EqualTo(4));

    [Test]
    public void RandomValues_AreThoseOfTheirNames()
    {
        KeyValuePair<string, SampleResult>[] tests = [.. _run.Results.Where(test => test.Key.StartsWith("Random(", StringComparison.Ordinal))];
        Assert.That(tests.Select(test => (test.Key, test.Value.Output.Trim().Replace("[0-1] ", "", StringComparison.Ordinal))), Has.Exactly(2).Items.And.All.Matches<(string Key, string Output)>(test => test.Key == $"Random(2 ranks,{test.Output})"));
    }

    [Test]
    public void Repeat_RunsOnAllRanksAlike() => Assert.That(_run.Results["Repeated(2 ranks)"].Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Exactly(3).Items.And.All.EqualTo("[0-1] once more"));

    // Set-ups, tear-downs and tests of a rank at the end of its fixture.
    [TestCase(2, "1 1 3")]
    [TestCase(3, "1 1 2")]
    public void OneTimeSetUp_RunsOnceForAFixtureAndWorldSize(int size, string counts)
    {
        FileInfo[] files = _traces.GetFiles($"once.{size}.*");
        Assert.That(files.Select(file => File.ReadAllText(file.FullName)), Has.Exactly(size).Items.And.All.EqualTo(counts));
    }

    [Test]
    public void IgnoredCase_IsSkippedWithItsReason()
    {
        SampleResult result = _run.Results["SourcedData(2 ranks,4.0d)"];
        Assert.That((result.Outcome, result.Message.Trim()), Is.EqualTo(("NotExecuted", "not today")));
    }

    [Test]
    public void Output_OfAllRanksAlike_IsFolded() => Assert.That(_run.Results["OutputOnRanks(2 ranks)"].Output.Trim(), Is.EqualTo("[0-1] from every rank"));

    [Test]
    public void Output_OfOneRank_NamesIt() => Assert.That(_run.Results["OutputOnOneRank(2 ranks)"].Output.Trim(), Is.EqualTo("[1] from one rank"));

    [Test]
    public void RandomNumbers_AreTheSameOnAllRanks() =>
        Assert.That(_run.Results["RandomNumbers_AreTheSameOnAllRanks(2 ranks)"].Output, Does.Match(@"^\[0-1\] random \d+\s*$"));

    [Test]
    public void LaterTests_ReuseTheJob()
    {
        double[] milliseconds = [.. _run.Results.Where(result => result.Key.Contains("(2 ranks", StringComparison.Ordinal)).Select(result => result.Value.Duration.TotalMilliseconds).Order()];
        Assert.That(milliseconds[milliseconds.Length / 2], Is.LessThan(200), string.Join(" ", milliseconds));
    }

    [Test]
    public void Nothing_RunsAfterwards() => Assert.That(SampleRun.Ranks, Is.Empty.After(5000, 50));

    [Test]
    public void Filter_ChoosesByNameSizeAndCategory()
    {
        using SampleRun byCategory = new("TestCategory=Slow");
        using SampleRun bySize = new("Name~World_HasTheSizeAskedFor&TestCategory=Ranks3");
        using SampleRun withoutRanks = new("TestCategory!=Mpi&FullyQualifiedName~Samples.Passing");
        Assert.That(byCategory.Results.Keys, Is.EqualTo(["Async(2 ranks)"]));
        Assert.That(bySize.Results.Keys, Is.EqualTo(["World_HasTheSizeAskedFor(3 ranks)"]));
        Assert.That(withoutRanks.Results.Keys, Is.EqualTo(["Plain"]));
    }
}
