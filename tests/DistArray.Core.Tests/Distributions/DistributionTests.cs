namespace DistArray.Core.Tests.Distributions;

public class DistributionTests
{
    private static readonly int[] s_sizes = [1, 2, 3, 4, 7];

    [Test]
    public void Constructor_EveryElement_IsOwnedOnceWithConsistentIndices([ValueSource(nameof(s_sizes))] int size,
        [Values("bn", "nb", "bb", "cb", "c(2)c", "bc(3)", "nn")] string codes) => ThreadCommunicator.Run(size, comm =>
    {
        var d = new Distribution(comm, [5, 9], codes);
        var owned = new int[45];
        var local = new int[2];
        var back = new long[2];
        for (long i = 0; i < 5; i++)
        {
            for (long j = 0; j < 9; j++)
            {
                bool mine = d.GlobalToLocal([i, j], local);
                Assert.That(d.Owner(i, j) == comm.Rank, Is.EqualTo(mine));
                if (!mine) continue;
                owned[(i * 9) + j]++;
                d.LocalToGlobal(local, back);
                Assert.That(back, Is.EqualTo(new[] { i, j }));
            }
        }
        Assert.That(owned.Sum(), Is.EqualTo(d.LocalSize));
        comm.Allreduce<int>(owned, owned, Operation<int>.Add);
        Assert.That(owned, Is.All.EqualTo(codes == "nn" ? size : 1));
    });

    [Test]
    public void Constructor_Halos_AddToTheLocalShape() => ThreadCommunicator.Run(3, comm =>
    {
        var d = new Distribution(comm, [7, 4], "bn", haloLow: [1, 0], haloHigh: [2, 3], periodic: [true, false]);
        Assert.That(d.LocalShape.ToArray(), Is.EqualTo(new[] { comm.Rank < 2 ? 3 : 1, 4 }));
        Assert.That(d.LocalShapeWithHalo.ToArray(), Is.EqualTo(new[] { comm.Rank < 2 ? 6 : 4, 7 }));
        Assert.That(d.LocalRange(0), Is.EqualTo(new IndexRange(3 * comm.Rank, Math.Min(7, (3 * comm.Rank) + 3))));
        Assert.That(d.LocalRange(1), Is.EqualTo(new IndexRange(0, 4)));
        Assert.That(d.Periodic.ToArray(), Is.EqualTo(new[] { true, false }));
        Assert.That(() => d.LocalRange(2), Throws.TypeOf<AxisOutOfRangeException>());
    });

    [Test]
    public void ToString_NamesShapeCodesAndGrid() => ThreadCommunicator.Run(3, comm =>
    {
        Assert.That(new Distribution(comm, [8, 4], "bn").ToString(), Is.EqualTo("(8, 4) as bn over 3 x 1 ranks"));
        Assert.That(new Distribution(comm, [8], "c(2)").ToString(), Is.EqualTo("(8,) as c(2) over 3 ranks"));
        Assert.That(new Distribution(comm, [8], "n").ToString(), Is.EqualTo("(8,) on each of 3 ranks"));
    });

    [Test]
    public void Constructor_OfBadArguments_SaysWhatIsWrong() => ThreadCommunicator.Run(2, comm =>
    {
        Assert.That(() => new Distribution(comm, [5, 9], "b"), Throws.ArgumentException.With.Message.Contains("'b'").And.Message.Contains("(5, 9)"));
        Assert.That(() => new Distribution(comm, [5], "x"), Throws.ArgumentException.With.Message.Contains("character 0"));
        Assert.That(() => new Distribution(comm, [5], "c(0)"), Throws.ArgumentException);
        Assert.That(() => new Distribution(comm, [5], "c(2"), Throws.ArgumentException);
        Assert.That(() => new Distribution(comm, [5], "u"), Throws.ArgumentException.With.Message.Contains("UnstructuredMap.Create"));
        Assert.That(() => new Distribution(comm, [-5], "b"), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Distribution(comm, [5, 9], "bb", new ProcessGrid(2, 2)), Throws.ArgumentException.With.Message.Contains("4 places"));
        Assert.That(() => new Distribution(comm, [5, 9], "bb", new ProcessGrid(2)), Throws.ArgumentException);
        Assert.That(() => new Distribution(comm, [5, 9], "nb", new ProcessGrid(2, 1)), Throws.ArgumentException.With.Message.Contains("Axis 0"));
        Assert.That(() => new Distribution(comm, [5], "c", haloLow: [1]), Throws.ArgumentException.With.Message.Contains("halo"));
        Assert.That(() => new Distribution(comm, [5], "b", haloLow: [-1]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Distribution(comm, [5], "b", haloHigh: [1, 1]), Throws.ArgumentException);
        Assert.That(() => new Distribution(comm, [5], "b").Owner(5), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("(5,)"));
        Assert.That(() => new Distribution(comm, [5], "c").LocalRange(0), Throws.InvalidOperationException.With.Message.Contains("Runs"));
    });

    [Test]
    public void Equality_NeedsMapsGridAndRanks() => ThreadCommunicator.Run(4, comm =>
    {
        using ICommunicator same = comm.Duplicate(), reversed = comm.Split(0, -comm.Rank)!;
        var d = new Distribution(comm, [5, 9], "bb");
        Assert.That(d == new Distribution(same, [5, 9], "bb", new ProcessGrid(2, 2), haloLow: [1, 1]), Is.True);
        Assert.That(d == new Distribution(reversed, [5, 9], "bb"), Is.False);
        Assert.That(d == new Distribution(comm, [5, 9], "bn"), Is.False);
        Assert.That(d != new Distribution(comm, [5, 8], "bb"), Is.True);
        Assert.That(d.Transpose().Transpose() == d, Is.True);
    });

    [Test]
    public void Transpose_KeepsOwners([ValueSource(nameof(s_sizes))] int size) => ThreadCommunicator.Run(size, comm =>
    {
        var d = new Distribution(comm, [5, 9], "bb");
        Distribution t = d.Transpose();
        for (long i = 0; i < 5; i++)
            for (long j = 0; j < 9; j++) Assert.That(t.Owner(j, i), Is.EqualTo(d.Owner(i, j)));
        Assert.That(t.LocalShape.ToArray(), Is.EqualTo(d.LocalShape.ToArray().Reverse()));
    });
}
