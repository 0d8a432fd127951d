namespace DistArray.Core.Tests.Halos;

[TestFixture(false)]
[TestFixture(true)]
public class ShiftTests(bool links)
{
    private static readonly long[] s_shape = [7, 6, 5];

    private static double Value(long i, long j, long k) => (((i * 6.0) + j) * 5) + k + 0.5;

    private static DistArray<double> Make(ICommunicator comm, MemoryOrder order) => Np.FromFunction(
        new Distribution(comm, s_shape, "bbn", haloLow: [1, 2, 1], haloHigh: [2, 1, 1], periodic: [true, true, true]), Value, order);

    private static void Check(DistArray<double> view, long i, long j, long k)
    {
        foreach (OwnedElement element in new OwnedElements(view.Distribution))
        {
            long[] at = element.Global.ToArray();
            Assert.That(view.LocalView[element.Local], Is.EqualTo(Value(Wrapped(0, i), Wrapped(1, j), Wrapped(2, k))));

            long Wrapped(int axis, long offset) => (at[axis] + offset + s_shape[axis]) % s_shape[axis];
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
    public void Begin_OverPeriodicEnds_ReadsTheElementAtIndexPlusOffset([Range(1, 6)] int size, [Values] MemoryOrder order) => ThreadCommunicator.Run(size, comm =>
    {
        using DistArray<double> a = Make(comm, order);
        for (int repeat = 0; repeat < 2; repeat++)
        {
            foreach ((int axis, int offset) in new[] { (0, 1), (0, 2), (0, -1), (1, 1), (1, -2), (-1, 1), (2, -1) })
            {
                DistArray<double> view = HaloShift.Begin(a, axis, offset, out HaloUpdate? update);
                update!.End();
                Assert.That(view.Distribution == a.Distribution, Is.True);
                Check(view, axis == 0 ? offset : 0, axis == 1 ? offset : 0, axis is -1 or 2 ? offset : 0);
            }
            Assert.That(HaloShift.Begin(a, 1, 0, out HaloUpdate? none), Is.SameAs(a));
            Assert.That(none, Is.Null);
            a.LocalViewWithHalo.Slice(0, 0, 1).Fill(-1);
        }
    });

    [Test]
    public void Begin_OfAShiftedView_ReadsCorners([Range(1, 6)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        using DistArray<double> a = Make(comm, MemoryOrder.RowMajor);
        foreach ((int i, int j) in new[] { (1, 1), (1, -1), (-1, 1), (2, -2) })
        {
            DistArray<double> once = HaloShift.Begin(a, 0, i, out HaloUpdate? update);
            update!.End();
            DistArray<double> twice = HaloShift.Begin(once, 1, j, out update);
            update!.End();
            Check(once, i, 0, 0);
            Check(twice, i, j, 0);
            Check(a, 0, 0, 0);
        }
    });

    [Test]
    public void Window_AfterAnUpdate_ReadsWithoutExchange([Values(1, 4)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        using DistArray<double> a = Make(comm, MemoryOrder.ColumnMajor);
        a.UpdateHalo();
        Check(HaloShift.Window(HaloShift.Window(HaloShift.Window(a, 0, -1), 1, 1), 2, 1), -1, 1, 1);
        if (comm.Rank == 0) Check(HaloShift.Window(a, 1, -2), 0, -2, 0);
    });

    [Test]
    public void Begin_OverAPhysicalEnd_ReadsWhatIsInTheGhosts() => ThreadCommunicator.Run(3, comm =>
    {
        using var a = Np.FromFunction(new Distribution(comm, [7], "b", haloLow: [1], haloHigh: [1]), (long i) => i);
        a.LocalViewWithHalo.Slice(0, 0, 1).Fill(-10);
        a.LocalViewWithHalo.Slice(0, a.LocalShape[0] + 1, 1).Fill(-20);
        DistArray<long> next = HaloShift.Begin(a, 0, 1, out HaloUpdate? one), previous = HaloShift.Begin(a, 0, -1, out HaloUpdate? other);
        other!.End();
        one!.End();
        Assert.That(next.ToArray(), Is.EqualTo(new long[] { 1, 2, 3, 4, 5, 6, -20 }));
        Assert.That(previous.ToArray(), Is.EqualTo(new long[] { -10, 0, 1, 2, 3, 4, 5 }));
    });

    [Test]
    public void Begin_BeyondTheHaloOfOneRank_ThrowsOnEveryRank() => ThreadCommunicator.Run(4, comm =>
    {
        // Rank 3 owns nothing, so that its lack of a halo does not matter.
        var d = new Distribution(comm, [BlockMap.FromBounds([0, 2, 4, 6, 6])], null, [comm.Rank == 3 ? 0 : comm.Rank == 1 ? 1 : 2], [comm.Rank == 3 ? 0 : 1], [true]);
        using var a = Np.FromFunction(d, (long i) => i);
        Assert.That(() => HaloShift.Begin(a, 0, -2, out _), Throws.ArgumentException.With.Message.Contains("1 wide at the low side"));
        Assert.That(() => HaloShift.Begin(a, 0, 2, out _), Throws.ArgumentException.With.Message.Contains("beyond the halo"));
        Assert.That(() => HaloShift.Begin(a, 1, 1, out _), Throws.TypeOf<AxisOutOfRangeException>());
        DistArray<long> view = HaloShift.Begin(a, 0, -1, out HaloUpdate? update);
        update!.End();
        Assert.That(view.ToArray(), Is.EqualTo(new long[] { 5, 0, 1, 2, 3, 4 }));
    });

    [Test]
    public void Begin_OfRankWhoseMemoryIsGone_ThrowsAndNobodyWaits() => ThreadCommunicator.Run(2, comm =>
    {
        var a = Np.Zeros<double>(new Distribution(comm, [6], "b", haloLow: [1]));
        if (comm.Rank == 0)
        {
            a.Dispose();
            Assert.That(() => HaloShift.Begin(a, 0, -1, out _), Throws.TypeOf<ObjectDisposedException>());
            return;
        }
        HaloShift.Begin(a, 0, -1, out HaloUpdate? update);
        Assert.That(() => update!.End(), Throws.TypeOf<CommunicationException>());
        a.Dispose();
    });
}
