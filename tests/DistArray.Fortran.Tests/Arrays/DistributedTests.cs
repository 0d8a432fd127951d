using DistArray.Fortran.Tests.Support;
using DistArray.Testing;

namespace DistArray.Fortran.Tests.Arrays;

/// <summary>The slab of the core: nx × ny over y, element (i, j) = 1000 (j + 1) + i + 1 by global index, with a halo of one row on each side.</summary>
public class DistributedTests
{
    private const int Nx = 5;

    [MpiTest(1, 2, 3, 4)]
    public void Array_OfUnevenBlocks_HasTheGlobalValues(ICommunicator world)
    {
        using FortranLibrary core = Slab(world, 11);
        using DistArray<double> slab = core.Array<double>("slab");
        Assert.That(slab.Shape.ToArray(), Is.EqualTo(new long[] { Nx, 11 }));
        Assert.That(slab.Order, Is.EqualTo(MemoryOrder.ColumnMajor));
        AssertGlobalValues(slab, 11);
    }

    [MpiTest(3, 4)]
    public void Array_OfFewerRowsThanRanks_LeavesRanksWithoutElements(ICommunicator world)
    {
        using FortranLibrary core = Slab(world, 2);
        using DistArray<double> slab = core.Array<double>("slab");
        Assert.That(slab.LocalShape[1], Is.EqualTo(world.Rank < 2 ? 1 : 0));
        AssertGlobalValues(slab, 2);
    }

    [MpiTest(1, 3)]
    public void LocalView_IsTheCoresMemoryWithoutTheHalo(ICommunicator world)
    {
        using FortranLibrary core = Slab(world, 11);
        using DistArray<double> slab = core.Array<double>("slab");
        long first = slab.LocalRange(1).Start;
        Assert.That(slab.LocalView[2, 0], Is.EqualTo(1000 * (first + 1) + 3));
        Assert.That(core.LowerBounds("slab"), Is.EqualTo(new[] { 1, first }));
        Assert.That(core.LocalArray<double>("slab")[2, 0], Is.EqualTo(1000 * first + 3));
        slab.Fill(world.Rank);
        Assert.That(core.LocalArray<double>("slab")[2, 1], Is.EqualTo(world.Rank));
        Assert.That(core.LocalArray<double>("slab")[2, 0], Is.EqualTo(1000 * first + 3), "ghosts stay");
    }

    [MpiTest(1, 2, 3)]
    public void Array_TakenAgain_SharesTheDistribution(ICommunicator world)
    {
        using FortranLibrary core = Slab(world, 11);
        using DistArray<double> first = core.Array<double>("slab"), second = core.Array<double>("slab");
        Assert.That(second.Distribution, Is.SameAs(first.Distribution));
        Assert.That(second, Does.ShareMemoryWith(first));
    }

    [MpiTest(1, 3)]
    public void PendingArray_HasTheValuesFromBeforeACall(ICommunicator world)
    {
        using FortranLibrary core = Slab(world, 11);
        DistArray<double> slab = core.Array<double>("slab");
        slab.Fill(world.Size + 0.5);
        DistArray<double> twice = slab * 2.0;
        core.Call("legacy_make_slab", Nx, 11, (int)slab.LocalRange(1).Start, (int)slab.LocalRange(1).Stop); // other values, and perhaps another place
        Assert.That(twice.ToArray(), Is.All.EqualTo((2 * world.Size) + 1));
        AssertGlobalValues(core.Array<double>("slab"), 11);
    }

    [MpiTest(3)]
    public void Bounds_ThatChangeOnTwoOfThreeRanks_AreInferredAnewOnAll(ICommunicator world)
    {
        using FortranLibrary core = Slab(world, 9);
        using DistArray<double> old = core.Array<double>("slab");
        int[] starts = [0, 3, 7, 9]; // rank 0 keeps its rows
        if (world.Rank > 0)
            core.Call("legacy_make_slab", Nx, 9, starts[world.Rank], starts[world.Rank + 1]);
        using DistArray<double> slab = core.Array<double>("slab");
        Assert.That(slab.LocalShape[1], Is.EqualTo(starts[world.Rank + 1] - starts[world.Rank]));
        if (world.Rank > 0)
            Assert.That(() => old.LocalView[0, 0], Throws.TypeOf<StaleViewException>());
    }

    [MpiTest(1, 3)]
    public void Array_ThatOneRankDoesNotHave_ThrowsOnEveryRank(ICommunicator world)
    {
        using FortranLibrary core = Slab(world, 9);
        string name = world.Rank == world.Size - 1 ? "slap" : "slab";
        if (world.Rank == world.Size - 1)
            Assert.That(() => core.Array<double>(name), Throws.TypeOf<KeyNotFoundException>().With.Message.Contains("Similar ones are slab"));
        else
            Assert.That(() => core.Array<double>(name), Throws.TypeOf<RankFailedException>().With.Message.Contains("no array 'slap'"));
        using DistArray<double> slab = core.Array<double>("slab");
        Assert.That(slab.Size, Is.EqualTo(Nx * 9));
    }

    [MpiTest(2)]
    public void Blocks_ThatLeaveAGap_ThrowOnEveryRank(ICommunicator world)
    {
        using FortranLibrary core = TestCores.Load("legacy", world);
        core.Call("legacy_make_slab", Nx, 9, world.Rank * 5, world.Rank == 0 ? 4 : 9);
        Assert.That(() => core.Array<double>("slab"), Throws.TypeOf<DistributionMismatchException>());
    }

    [MpiTest(1, 2)]
    public void ArrayWithoutGlobalShape_IsRefused(ICommunicator world)
    {
        using FortranLibrary core = TestCores.Load("legacy", world);
        Assert.That(() => core.Array<double>("fixed"), Throws.InvalidOperationException.With.Message.Contains("LocalArray"));
    }

    [MpiTest(1, 2)]
    public void Array_OfACoreThatIsLoadedTwice_AnnouncesItsWritesToPendingReadersOfTheOther(ICommunicator world)
    {
        using FortranLibrary core = Slab(world, 11), again = TestCores.Load("legacy", world);
        using DistArray<double> slab = core.Array<double>("slab"), same = again.Array<double>("slab");
        using DistArray<double> pending = slab * 2.0;
        same.Fill(1);
        Assert.That(pending.Sum(), Is.EqualTo(2 * 330_165));
        Assert.That(slab.Sum(), Is.EqualTo(Nx * 11));
    }

    private static FortranLibrary Slab(ICommunicator world, int ny)
    {
        FortranLibrary core = TestCores.Load("legacy", world);
        int start = world.Rank * ny / world.Size, end = (world.Rank + 1) * ny / world.Size;
        if (ny < world.Size)
            (start, end) = (Math.Min(world.Rank, ny), Math.Min(world.Rank + 1, ny));
        core.Call("legacy_make_slab", Nx, ny, start, end);
        return core;
    }

    private static void AssertGlobalValues(DistArray<double> slab, long ny) =>
        Assert.That(slab, Is.ArrayEqualTo(Np.FromFunction(new Distribution(slab.Distribution.Communicator, [Nx, ny]), (long i, long j) => (1000.0 * (j + 1)) + i + 1)));
}
