using DistArray.Mpi;

namespace DistArray.Testing.Samples;

/// <summary>Tests that pass, and among them the ways to write one.</summary>
public class Passing
{
    private static int s_attempts;
    private int _setUps;

    public static IEnumerable<object[]> Named => [[7, "seven"], [11, "eleven"]];

    public static IEnumerable<TestCaseData> Data =>
    [
        new TestCaseData(2.5).SetName("TwoAndAHalf"),
        new TestCaseData(4.0).Ignore("not today"),
    ];

    [SetUp]
    public void CountSetUp() => _setUps++;

    [TearDown]
    public void CountTearDown() => _setUps--;

    [MpiTest(1, 2, 3, 4)]
    public void World_HasTheSizeAskedFor(ICommunicator world)
    {
        Assert.That(_setUps, Is.EqualTo(1));
        Assert.That(world.Rank, Is.InRange(0, world.Size - 1));
        Console.WriteLine($"size {world.Size}");
    }

    [MpiTest(2)]
    public void Communicator_IsADuplicateOfTheWorld(Communicator world)
    {
        Assert.That(world.Size, Is.EqualTo(2));
        Assert.That(world, Is.Not.SameAs(Communicator.World));
    }

    [MpiTest(2)]
    public void NoParameter() => Assert.That(Environment.GetEnvironmentVariable("VSTEST_CONNECTION_TIMEOUT"), Is.Null);

    [MpiTest(1, 2)]
    [MpiTestCase(3, 0.5)]
    [MpiTestCase(4, 0.25, TestName = "Quarter")]
    public void Cases(ICommunicator world, int count, double step) => Assert.That(count + step, Is.EqualTo(count == 3 ? 3.5 : 4.25));

    [MpiTest(2)]
    [MpiTestCaseSource(nameof(Named))]
    public void Sourced(ICommunicator world, int number, string name) => Assert.That(name, Is.EqualTo(number == 7 ? "seven" : "eleven"));

    [MpiTest(2)]
    [MpiTestCaseSource(typeof(Passing), nameof(Data))]
    public void SourcedData(ICommunicator world, double value) => Assert.That(value, Is.EqualTo(2.5));

    [MpiTest(2)]
    [Category("Slow")]
    public async Task Async(ICommunicator world)
    {
        await Task.Delay(1);
        Assert.That(world.Size, Is.EqualTo(2));
    }

    [MpiTest(2)]
    public void OutputOnRanks(ICommunicator world)
    {
        Console.WriteLine("from every rank");
        Assert.That(world.Size, Is.EqualTo(2));
    }

    [MpiTest(2)]
    public void OutputOnOneRank(ICommunicator world)
    {
        if (world.Rank == 1) TestContext.Out.WriteLine("from one rank");
        Assert.That(world.Size, Is.EqualTo(2));
    }

    [MpiTest(2)]
    [Retry(3)]
    public void Retried(ICommunicator world)
    {
        bool first = s_attempts++ == 0;
        // A rank that tried again on its own would wait here.
        world.Barrier();
        Assert.That(first && world.Rank == 1, Is.False, "the first attempt fails on rank 1");
    }

    [MpiTest(2)]
    public void RandomNumbers_AreTheSameOnAllRanks(ICommunicator world) => Console.WriteLine($"random {TestContext.CurrentContext.Random.Next()}");

    [Test]
    public void Plain() => Assert.That(RunsOnARank, Is.False);

    private static bool RunsOnARank => Environment.GetEnvironmentVariable("OMPI_COMM_WORLD_RANK") is not null;
}
