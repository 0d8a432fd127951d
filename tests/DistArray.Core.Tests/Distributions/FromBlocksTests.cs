namespace DistArray.Core.Tests.Distributions;

public class FromBlocksTests
{
    [Test]
    public void FromBlocks_OfAKnownDistribution_InfersItBack([Values(1, 2, 3, 4, 7, 12)] int size, [Values("bnn", "nbn", "bbn", "bbb", "nnn")] string codes) =>
        ThreadCommunicator.Run(size, comm =>
        {
            var d = new Distribution(comm, [5, 9, 4], codes);
            bool empty = d.LocalSize == 0;
            long[] offset = [.. Enumerable.Range(0, 3).Select(axis => empty ? -77 : d.LocalRange(axis).Start)];
            Assert.That(Distribution.FromBlocks(comm, d.Shape, offset, d.LocalShape) is { } inferred
                && inferred.LocalShape.SequenceEqual(d.LocalShape) && SameOwners(inferred, d), Is.True);
        });

    [Test]
    public void FromBlocks_UnevenSlabsWithHalo_KeepsBoundsAndWidths() => ThreadCommunicator.Run(3, comm =>
    {
        long[] starts = [0, 2, 7];
        int[] counts = [2, 5, 1];
        var d = Distribution.FromBlocks(comm, [8, 6], [starts[comm.Rank], 0], [counts[comm.Rank], 6], haloLow: [comm.Rank == 0 ? 0 : 1, 2], haloHigh: [1, 0], periodic: [false, true]);
        Assert.That(d.Grid.Shape.ToArray(), Is.EqualTo(new[] { 3, 1 }));
        Assert.That(d.LocalRange(0), Is.EqualTo(new IndexRange(starts[comm.Rank], starts[comm.Rank] + counts[comm.Rank])));
        Assert.That(d.LocalShapeWithHalo.ToArray(), Is.EqualTo(new[] { counts[comm.Rank] + (comm.Rank == 0 ? 1 : 2), 8 }));
        Assert.That(d.Owner(6, 5), Is.EqualTo(1));
        Assert.That(d.DimMaps[1].Code, Is.EqualTo('n'));
    });

    [Test]
    public void FromBlocks_PeriodicOnOneRankAlone_ThrowsOnEveryRank() => ThreadCommunicator.Run(3, comm =>
        Assert.That(() => Distribution.FromBlocks(comm, [6], [2 * comm.Rank], [2], periodic: [comm.Rank == 1]),
            Throws.TypeOf<DistributionMismatchException>().With.Message.Contains("periodic").And.Message.Contains("rank 1")));

    [Test]
    public void FromBlocks_RanksWithoutElements_KeepTheLocalShapeTheyTell() => ThreadCommunicator.Run(4, comm =>
    {
        int rows = comm.Rank < 2 ? 1 : 0; // a grid of 2 x 2 would also hold what is owned
        var d = Distribution.FromBlocks(comm, [5, 2], [0, Math.Min(comm.Rank, 2)], [5, rows]);
        Assert.That(d.Grid.Shape.ToArray(), Is.EqualTo(new[] { 1, 4 }));
        Assert.That(d.LocalShape.ToArray(), Is.EqualTo(new[] { 5, rows }));
    });

    [Test]
    public void FromBlocks_FortranOrderOfRanks_IsUnderstood() => ThreadCommunicator.Run(6, comm =>
    {
        int row = comm.Rank % 2, column = comm.Rank / 2;
        var d = Distribution.FromBlocks(comm, [4, 9], [2 * row, 3 * column], [2, 3]);
        Assert.That(d.Grid.Shape.ToArray(), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(d.GridCoordinates.ToArray(), Is.EqualTo(new[] { row, column }));
        Assert.That(d.Owner(3, 0), Is.EqualTo(1));
        Assert.That(d.Owner(0, 8), Is.EqualTo(4));
    });

    [Test]
    public void FromBlocks_AnyOrderOfRanks_IsUnderstood() => ThreadCommunicator.Run(4, comm =>
    {
        int place = new[] { 2, 0, 3, 1 }[comm.Rank];
        var d = Distribution.FromBlocks(comm, [4, 4], [2 * (place / 2), 2 * (place % 2)], [2, 2]);
        Assert.That(d.GridCoordinates.ToArray(), Is.EqualTo(new[] { place / 2, place % 2 }));
        Assert.That(d.Owner(0, 0), Is.EqualTo(1));
    });

    [Test]
    public void FromBlocks_EveryRankHasAll_IsReplicated() => ThreadCommunicator.Run(3, comm =>
    {
        var d = Distribution.FromBlocks(comm, [4], [0], [4]);
        Assert.That(d.IsReplicated, Is.True);
        Assert.That(d.Owner(2), Is.EqualTo(comm.Rank));
    });

    [Test]
    public void FromBlocks_OfAnEmptyArray_Works() => ThreadCommunicator.Run(3, comm =>
    {
        var d = Distribution.FromBlocks(comm, [0, 4], [0, 0], [0, 4]);
        Assert.That(d.LocalSize, Is.Zero);
    });

    [Test]
    public void FromBlocks_GapOverlapOrRaggedTiles_ThrowOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        Refuse([2 * comm.Rank], [comm.Rank == 2 ? 1 : 2]);
        Refuse([Math.Min(comm.Rank, 2)], [4]);
        Refuse([0], [comm.Rank == 0 ? 6 : 5]);
        Refuse([0], [0]);
        Assert.That(() => Distribution.FromBlocks(comm, [4, 4], comm.Rank == 0 ? [0, 0] : comm.Rank == 1 ? [2, 0] : [2, 2], comm.Rank == 0 ? [2, 4] : [2, 2]),
            Throws.TypeOf<DistributionMismatchException>().With.Message.Contains("rank 1 [2:4, 0:2]"));

        void Refuse(long[] offset, int[] local) => Assert.That(() => Distribution.FromBlocks(comm, [6], offset, local), Throws.TypeOf<DistributionMismatchException>());
    });

    [Test]
    public void FromBlocks_OneRanksBadArguments_ThrowOnEveryRank() => ThreadCommunicator.Run(2, comm =>
    {
        bool bad = comm.Rank == 1;
        Assert.That(() => Distribution.FromBlocks(comm, [6], [bad ? 4 : 0], [3]), Throws.TypeOf<RankFailedException>().With.Message.Contains("Rank 1").And.Message.Contains("outside"));
        Assert.That(() => Distribution.FromBlocks(comm, [6], bad ? [0, 0] : [0], [3]), Throws.TypeOf<RankFailedException>());
        Assert.That(() => Distribution.FromBlocks(comm, [6], [0], [bad ? -3 : 3]), Throws.TypeOf<RankFailedException>().With.Message.Contains("negative"));
        Assert.That(() => Distribution.FromBlocks(comm, bad ? [6] : [6, 1], bad ? [3] : [0, 0], bad ? [3] : [3, 1]), Throws.TypeOf<RankFailedException>());
        Assert.That(() => Distribution.FromBlocks(comm, [bad ? 7 : 6], [3 * comm.Rank], [3]), Throws.TypeOf<DistributionMismatchException>().With.Message.Contains("(7,)"));
        Assert.That(() => Distribution.FromBlocks(comm, [6], [3 * comm.Rank], [3], haloLow: [bad ? -1 : 0]), Throws.TypeOf<RankFailedException>());
    });

    private static bool SameOwners(Distribution one, Distribution other)
    {
        for (long i = 0; i < 5; i++)
            for (long j = 0; j < 9; j++)
                for (long k = 0; k < 4; k++)
                    if (one.Owner(i, j, k) != other.Owner(i, j, k)) return false;
        return true;
    }
}
