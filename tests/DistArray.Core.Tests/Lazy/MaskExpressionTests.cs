namespace DistArray.Core.Tests.Lazy;

/// <summary>Pending masks and factors of reductions.</summary>
[TestFixture]
public class MaskExpressionTests
{
    private static DistArray<T> Haloed<T>(ICommunicator comm, Func<long, T> of) where T : unmanaged =>
        Np.FromFunction(new Distribution(comm, [12], "b", haloLow: [1], haloHigh: [1], periodic: [true]), of);

    [Test]
    public void Where_OfAMaskThatOthersRead_TakesIts([Values(1, 2)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        DistArray<double> a = Haloed(comm, i => 1.0 + i);
        DistArray<bool> mask = a > 4.0, not = !mask, both = mask & (a < 10.0);
        Assert.That(a.Sum(where: mask), Is.EqualTo(5 + 6 + 7 + 8 + 9 + 10 + 11 + 12));
        Assert.That(a.Sum(where: not), Is.EqualTo(1 + 2 + 3 + 4));
        Assert.That(a.Sum(where: both), Is.EqualTo(5 + 6 + 7 + 8 + 9));
    });

    [Test]
    public void Where_OfAShift_WaitsForItsGhosts([Values(1, 2, 3)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        DistArray<double> a = Haloed(comm, i => 1.0 + i);
        if (comm.Rank == ranks - 1) Thread.Sleep(50);
        Assert.That(a.Sum(where: a.Shift(0, 1) > 6.5), Is.EqualTo(6 + 7 + 8 + 9 + 10 + 11));
    });

    [Test]
    public void Dot_OfShiftedIntegers_WaitsForItsGhosts([Values(1, 2, 3)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        DistArray<long> a = Haloed(comm, i => 1 + i);
        if (comm.Rank == ranks - 1) Thread.Sleep(50);
        Assert.That(Np.Dot(a.Shift(0, 1), a), Is.EqualTo(Enumerable.Range(1, 12).Sum(i => ((i % 12) + 1) * i)));
    });
}
