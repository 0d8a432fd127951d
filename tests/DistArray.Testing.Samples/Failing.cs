namespace DistArray.Testing.Samples;

/// <summary>Tests that fail, each in its own way.</summary>
public class Failing
{
    [MpiTest(4)]
    public void AllRanks(ICommunicator world) => Assert.That(world.Size, Is.EqualTo(5));

    [MpiTest(4)]
    public void OneRank(ICommunicator world)
    {
        if (world.Rank == 2) Assert.Fail("only rank 2");
    }

    [MpiTest(4)]
    public void SomeRanks_WithDifferentMessages(ICommunicator world)
    {
        if (world.Rank > 0) Assert.Fail(world.Rank == 3 ? "third" : "first or second");
    }

    [MpiTest(4)]
    public void OneRank_WhileTheOthersWait(ICommunicator world)
    {
        if (world.Rank == 2) Assert.Fail("rank 2 leaves");
        world.Barrier();
    }

    [MpiTest(2, Timeout = 3)]
    public void OneRank_WhoseDisposeWaits(ICommunicator world)
    {
        using Waiter waiter = new(world);
        if (world.Rank == 1) throw new InvalidOperationException("thrown inside using");
        Thread.Sleep(TimeSpan.FromMinutes(5));
    }

    [MpiTest(3)]
    public void WrongException(ICommunicator world) =>
        Assert.That(() => throw new ArgumentException("thrown"), Throws.InvalidOperationException);

    [MpiTest(3)]
    public void Exception(ICommunicator world)
    {
        if (world.Rank == 0) throw new InvalidOperationException("the cause");
    }

    [MpiTest(2)]
    public void RanksDisagree(ICommunicator world)
    {
        if (world.Rank == 1) Assert.Ignore("not on rank 1");
    }

    private sealed class Waiter(ICommunicator world) : IDisposable
    {
        public void Dispose() => world.Barrier();
    }
}
