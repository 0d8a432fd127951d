namespace DistArray.Core.Tests.Halos;

[TestFixture(false)]
[TestFixture(true)]
public class ExtrapolationTests(bool links)
{
    private static void Linear(HaloEnd<double> end)
    {
        LocalView<double> nearest = end.Interior.Select(end.Axis, 0), next = end.Interior.Select(end.Axis, 1);
        for (int k = 0; k < end.Ghost.Shape[end.Axis]; k++)
        {
            LocalView<double> ghost = end.Ghost.Select(end.Axis, k);
            for (int i = 0; i < ghost.Shape[0]; i++)
                for (int j = 0; j < ghost.Shape[1]; j++) ghost[i, j] = nearest[i, j] + ((k + 1) * (nearest[i, j] - next[i, j]));
        }
    }

    [SetUp]
    public void SetUp() => HaloCarrier.LinksThreads = links;

    [TearDown]
    public void TearDown()
    {
        HaloCarrier.LinksThreads = false;
        if (!links) return;
        GC.Collect(); // the maps of the communicators that are gone
        GC.WaitForPendingFinalizers();
    }

    [Test]
    public void UpdateHalo_ExtrapolatedLinearly_ContinuesALinearFieldIntoCorners([Range(1, 6)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        var d = new Distribution(comm, [8, 9, 5], "bbn", haloLow: [2, 1, 1], haloHigh: [1, 2, 1]);
        using var a = Np.FromFunction(d, (i, j, k) => (100.0 * i) + (10 * j) + k);
        a.UpdateHalo(new HaloOptions { Boundary = HaloBoundary.Extrapolated<double>(Linear) });
        for (int i = 0; i < a.LocalViewWithHalo.Shape[0]; i++)
        {
            for (int j = 0; j < a.LocalViewWithHalo.Shape[1]; j++)
            {
                for (int k = 0; k < 7; k++)
                    Assert.That(a.LocalViewWithHalo[i, j, k], Is.EqualTo((100.0 * (a.LocalRange(0).Start + i - 2)) + (10 * (a.LocalRange(1).Start + j - 1)) + k - 1));
            }
        }
    });

    [Test]
    public void UpdateHalo_WithAFunction_TellsWhereTheGhostsLie() => ThreadCommunicator.Run(3, comm =>
    {
        // Rank 2 owns one row and rank 1 none, so that rank 0's ghosts reach beyond the end, too.
        var d = new Distribution(comm, [BlockMap.FromBounds([0, 5, 5, 6]), new ReplicatedMap(3)], null, [0, 1], [3, 1], [false, true]);
        using var a = Np.FromFunction(d, (i, j) => (10 * i) + j);
        var seen = new List<(int Axis, HaloSide Side, long[] Offset, int[] Ghost, int[] Interior)>();
        var function = HaloBoundary.Extrapolated<long>(end =>
        {
            seen.Add((end.Axis, end.Side, end.GlobalOffset.ToArray(), end.Ghost.Shape.ToArray(), end.Interior.Shape.ToArray()));
            for (int k = 0; k < end.Ghost.Shape[0]; k++)
                for (int j = 0; j < end.Ghost.Shape[1]; j++) end.Ghost[k, j] = (1000 * (end.GlobalOffset[0] + k)) + end.GlobalOffset[1] + j;
        });
        a.UpdateHalo(new HaloOptions { Boundaries = [(HaloBoundary.Edge, function), (HaloBoundary.Edge, HaloBoundary.Edge)] });
        int ghosts = comm.Rank == 2 ? 3 : 2;
        Assert.That(seen, Has.Count.EqualTo(1));
        Assert.That((seen[0].Axis, seen[0].Side), Is.EqualTo((0, HaloSide.High)));
        Assert.That(seen[0].Offset, Is.EqualTo(new long[] { 6, -1 }));
        Assert.That(seen[0].Ghost, Is.EqualTo(new[] { ghosts, 5 }));
        Assert.That(seen[0].Interior, Is.EqualTo(new[] { comm.Rank == 0 ? 6 : 1, 5 }));
        Assert.That(a.LocalViewWithHalo[a.LocalViewWithHalo.Shape[0] - 1, 4], Is.EqualTo((1000 * (6 + ghosts - 1)) + 3));
    });

    [Test]
    public void UpdateHalo_WithAFunctionThatThrowsOnOneRank_ThrowsEverywhere() => ThreadCommunicator.Run(4, comm =>
    {
        using var a = Np.Zeros<double>(new Distribution(comm, [8], "b", haloLow: [1], haloHigh: [1]));
        var options = new HaloOptions { Boundary = HaloBoundary.Extrapolated<double>(end => throw new InvalidDataException($"no value at the {end.Side} end")) };
        for (int repeat = 0; repeat < 2; repeat++)
            Assert.That(() => a.UpdateHalo(options), Throws.TypeOf<RankFailedException>().With.Message.Contains("no value at the Low end"));
        a.UpdateHalo();
    });

    [Test]
    public void UpdateHalo_WithFixedValuesAndFunctions_LetsTheLastAxisDecideCorners()
    {
        using var comm = new SelfCommunicator();
        var d = new Distribution(comm, [2, 2], "nn", haloLow: [1, 1], haloHigh: [1, 1]);
        HaloBoundary five = HaloBoundary.Fixed(5), copy = HaloBoundary.Extrapolated<int>(end => end.Interior.Slice(end.Axis, 0, 1).CopyTo(end.Ghost));
        using var a = Np.FromFunction(d, (i, j) => (int)((2 * i) + j + 1));
        a.UpdateHalo(new HaloOptions { Boundaries = [(copy, copy), (five, five)] });
        Assert.That(a.LocalViewWithHalo.ToArray(), Is.EqualTo(new[] { 5, 1, 2, 5, 5, 1, 2, 5, 5, 3, 4, 5, 5, 3, 4, 5 }));
        a.UpdateHalo(new HaloOptions { Boundaries = [(five, five), (copy, copy)] });
        Assert.That(a.LocalViewWithHalo.ToArray(), Is.EqualTo(new[] { 5, 5, 5, 5, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 5 }));
        a.LocalViewWithHalo.Slice(0, 0, 1).Fill(0);
        a.UpdateHalo(new HaloOptions { Boundaries = [(HaloBoundary.Untouched, HaloBoundary.Reflect), (five, copy)] });
        Assert.That(a.LocalViewWithHalo.ToArray(), Is.EqualTo(new[] { 0, 0, 0, 0, 5, 1, 2, 2, 5, 3, 4, 4, 5, 1, 2, 2 }));
    }
}
