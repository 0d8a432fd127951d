namespace DistArray.Testing.Samples;

/// <summary>Tests that do not run, or run and say so.</summary>
public class Skipped
{
    [MpiTest(2)]
    [Ignore("left out")]
    public void Ignored(ICommunicator world) => Assert.Fail("must not run");

    [MpiTest(2)]
    [Explicit]
    public void OnRequest(ICommunicator world) => Assert.That(world.Size, Is.EqualTo(2));

    [MpiTest(2)]
    public void IgnoredByAllRanks(ICommunicator world) => Assert.Ignore("on all ranks");

    [MpiTest(2)]
    public void Inconclusive(ICommunicator world) => Assert.Inconclusive("cannot tell");

    [MpiTest(2)]
    public void Warned(ICommunicator world)
    {
        if (world.Rank == 1) Assert.Warn("close to the limit");
    }

    [MpiTest(2)]
    [Sequential]
    public void NUnitsStrategy(ICommunicator world, [Values(1, 2)] int a) => Assert.Fail("must not run");

    [MpiTest(2)]
    public void ValuesWithoutWorld([Values(1, 2)] int a) => Assert.Fail("must not run");

    [MpiTest]
    public void NoSize(ICommunicator world) => Assert.Fail("must not run");

    [MpiTest(2, 2)]
    public void SizeTwice(ICommunicator world) => Assert.Fail("must not run");

    [MpiTest(2)]
    [MpiTestCase(1)]
    public void TooFewArguments(ICommunicator world, int first, int second) => Assert.Fail("must not run");

    [MpiTest(2)]
    [MpiTestCaseSource("Nowhere")]
    public void NoSource(ICommunicator world, int value) => Assert.Fail("must not run");
}
