namespace DistArray.Core.Tests.Lazy;

/// <summary>Stencils as expressions over haloed arrays.</summary>
[TestFixture]
public class ShiftExpressionTests
{
    private static double Value(long i, long j, long k) => (100 * i) + (10 * j) + k + (0.25 * i * j * k);

    private static DistArray<double> Field(ICommunicator comm, string codes, MemoryOrder order = MemoryOrder.RowMajor) => Np.FromFunction(
        new Distribution(comm, [6, 5, 7], codes, haloLow: [1, 1, 2], haloHigh: [2, 1, 1], periodic: [true, true, true]), Value, order);

    private static double[] Expected(Func<Func<long, long, long, double>, long, long, long, double> stencil) =>
        [.. from i in Enumerable.Range(0, 6) from j in Enumerable.Range(0, 5) from k in Enumerable.Range(0, 7) select stencil(Wrapped, i, j, k)];

    private static double Wrapped(long i, long j, long k) => Value((i + 6) % 6, (j + 5) % 5, (k + 7) % 7);

    [Test]
    public void Laplacian_EqualsIndexArithmetic([Values(1, 2, 3, 4, 6)] int ranks, [Values("bnn", "nbb", "bbn", "nnb")] string codes, [Values] MemoryOrder order) =>
        ThreadCommunicator.Run(ranks, comm =>
        {
            DistArray<double> a = Field(comm, codes, order);
            DistArray<double> laplacian = a.Shift(0, 1) + a.Shift(0, -1) + a.Shift(1, 1) + a.Shift(1, -1) + a.Shift(2, 1) + a.Shift(2, -1) - 6.0 * a;
            Assert.That(laplacian.IsPending, Is.True);
            Assert.That(laplacian.ToArray(), Is.EqualTo(Expected((v, i, j, k) => v(i + 1, j, k) + v(i - 1, j, k) + v(i, j + 1, k) + v(i, j - 1, k) + v(i, j, k + 1) + v(i, j, k - 1) - (6 * v(i, j, k)))));
        });

    [Test]
    public void Shift_IsWhatTheArrayWasWhenItWasBuilt([Values(1, 3)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        DistArray<double> a = Field(comm, "bnb"), shifted = a.Shift(0, 2), forgotten = a.Shift(2, -2);
        a.Fill(-5);
        Assert.That(shifted.ToArray(), Is.EqualTo(Expected((v, i, j, k) => v(i + 2, j, k))));
        a.Assign(a.Shift(0, 1) + 1.0);
        Assert.That(a.ToArray(), Is.All.EqualTo(-4));
        GC.KeepAlive(forgotten);
    });

    [Test]
    public void Step_InPlace_EqualsIndexArithmetic([Values(1, 2, 4)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        DistArray<double> a = Field(comm, "bbn");
        for (int step = 0; step < 3; step++) a.Assign(0.5 * (a.Shift(0, 1) + a.Shift(1, -1)));
        double[] expected = Expected((v, i, j, k) => v(i, j, k));
        for (int step = 0; step < 3; step++)
        {
            double[] before = expected;
            double At(long i, long j, long k) => before[((((i + 6) % 6) * 5) + ((j + 5) % 5)) * 7 + ((k + 7) % 7)];
            expected = Expected((_, i, j, k) => 0.5 * (At(i + 1, j, k) + At(i, j - 1, k)));
        }
        Assert.That(a.ToArray(), Is.EqualTo(expected));
    });

    [Test]
    public void Reduction_OfAStencil_WaitsForItsGhosts([Values(1, 2, 3)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        DistArray<double> a = Field(comm, "bnn");
        Assert.That((a.Shift(0, 1) - a).Max(), Is.EqualTo(Expected((v, i, j, k) => v(i + 1, j, k) - v(i, j, k)).Max()));
    });

    [Test]
    public void Shift_BeyondTheHalo_IsRefusedOnEveryRank() => ThreadCommunicator.Run(3, comm =>
        Assert.That(() => Field(comm, "bnn").Shift(0, -2), Throws.ArgumentException.With.Message.Contains("Make the halo wider")));

    [Test]
    public void Shift_OfAnArrayDisposedOnOneRank_ThrowsThereAndAtItsReaders() => ThreadCommunicator.Run(3, comm =>
    {
        DistArray<double> a = Field(comm, "bnn");
        if (comm.Rank == 1) a.Dispose();
        Assert.That(() => a.Shift(0, 1).LocalToArray(), comm.Rank == 2 ? Throws.Nothing : Throws.InstanceOf<Exception>());
    }, TimeSpan.FromSeconds(10));
}
