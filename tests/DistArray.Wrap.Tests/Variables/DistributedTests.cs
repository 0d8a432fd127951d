using DistArray.Mpi;
using DistArray.Testing;

namespace DistArray.Wrap.Tests.Variables;

public class DistributedTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Array_IsDistributedAsTheFileSays(Communicator world)
    {
        using var core = new WrappedCore(world);
        core.Cases.AllocateSlab(world.Rank, world.Size);
        using DistArray<double> slab = core.Cases.Slab;
        Assert.That(slab.Shape.ToArray(), Is.EqualTo(new long[] { 4, 3 * world.Size }));
        Assert.That(slab.Distribution.HaloLow.ToArray(), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(slab.Distribution.Periodic.ToArray(), Is.EqualTo(new[] { false, true }));
        double expected = Enumerable.Range(1, 3 * world.Size).Sum(j => Enumerable.Range(1, 4).Sum(i => (100.0 * j) + i));
        Assert.That(slab.Sum(), Is.EqualTo(expected));
        slab.UpdateHalo();
        Assert.That(core.Cases.SlabLocal[1, 0], Is.EqualTo((100 * (world.Rank == 0 ? 3 * world.Size : 3 * world.Rank)) + 1), "periodic");
    }

    [MpiTest(2)]
    public void ArrayThatIsNotAllocatedOnOneRank_IsRefusedOnAll(Communicator world)
    {
        using var core = new WrappedCore(world);
        core.Cases.AllocateSlab(world.Rank, world.Size);
        if (world.Rank == 1) core.Cases.FreeSlab();
        if (world.Rank == 1) Assert.That(() => core.Cases.Slab, Throws.InvalidOperationException.With.Message.Contains("not allocated"));
        else Assert.That(() => core.Cases.Slab, Throws.InstanceOf<RankFailedException>().With.Message.Contains("Rank 1").And.Message.Contains("not allocated"));
        core.Cases.AllocateSlab(world.Rank, world.Size);
        using DistArray<double> slab = core.Cases.Slab;
        Assert.That(slab.Shape[1], Is.EqualTo(3 * world.Size));
    }

    [MpiTest(3)]
    public void PartsThatDoNotTile_AreRefusedOnAll(Communicator world)
    {
        using var core = new WrappedCore(world);
        core.Cases.AllocateSlab(world.Rank == 2 ? 1 : world.Rank, world.Size);
        Assert.That(() => core.Cases.Slab, Throws.InstanceOf<DistributionMismatchException>());
    }
}
