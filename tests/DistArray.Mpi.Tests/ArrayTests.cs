using DistArray.Testing;

namespace DistArray.Mpi.Tests;

/// <summary>Arrays between processes; what the arrays themselves do is tested with ranks as threads.</summary>
public class ArrayTests
{
    private static double Value(long i, long j) => (100.0 * i) + j;

    private static DistArray<double> Field(ICommunicator world, string codes, int halo = 0) =>
        Np.FromFunction(new Distribution(world, [90, 70], codes, haloLow: [halo, halo], haloHigh: [halo, halo], periodic: [halo > 0, halo > 0]), Value);

    private static IEnumerable<double> Expected(Func<long, long, double> value) => from i in Enumerable.Range(0, 90) from j in Enumerable.Range(0, 70) select value(i, j);

    [MpiTest(1, 2, 3, 4)]
    public void Shifts_ThatRanksReadInDifferentOrder_HaveTheirElements(ICommunicator world)
    {
        DistArray<double> a = Field(world, "bb", halo: 1);
        for (int step = 0; step < 20; step++)
        {
            DistArray<double>[] shifts = [a.Shift(0, 1), a.Shift(0, -1), a.Shift(1, 1), a.Shift(1, -1)];
            foreach (int i in (world.Rank + step) % 2 == 0 ? [0, 1, 2, 3] : new[] { 3, 1, 2, 0 }) shifts[i].Evaluate();
            Assert.That(shifts[0].ToArray(), Is.EqualTo(Expected((i, j) => Value((i + 1) % 90, j) + step)));
            Assert.That(shifts[3].ToArray(), Is.EqualTo(Expected((i, j) => Value(i, (j + 69) % 70) + step)));
            a.Assign(a + 1.0);
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Shifts_ThatNobodyReads_AreEnded(ICommunicator world)
    {
        DistArray<double> a = Field(world, "bn", halo: 1);
        for (int i = 0; i < 300; i++) a.Shift(0, i % 2 == 0 ? 1 : -1);
        a.Fill(3);
        Assert.That(a.Shift(0, 1).Sum(), Is.EqualTo(3.0 * 90 * 70));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Expression_OfDifferentDistributions_EqualsNumPys(ICommunicator world)
    {
        DistArray<double> a = Field(world, "bn"), b = Field(world, "nc"), c = Field(world, "c(3)b");
        Assert.That((a + b * c).ToArray(), Is.EqualTo(Expected((i, j) => Value(i, j) + (Value(i, j) * Value(i, j)))));
        Assert.That((a - b).Sum(axis: 0).ToArray(), Is.All.Zero);
        Assert.That(c.Sum(axis: 1).ToArray(), Is.EqualTo(Enumerable.Range(0, 90).Select(i => (7000.0 * i) + (69 * 35))));
        Assert.That(b.Max(), Is.EqualTo(Value(89, 69)));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Redistribute_AndViews_KeepTheElements(ICommunicator world)
    {
        DistArray<double> a = Field(world, "bb"), columns = a.Redistribute("nb"), part = columns[Np.Slice(null, null, -3), 10..^10];
        double[] expected = [.. from i in Enumerable.Range(0, 30) from j in Enumerable.Range(10, 50) select Value(89 - (3 * i), j)];
        Assert.That(part.ToArray(), Is.EqualTo(expected));
        part.Assign(0.0);
        Assert.That(columns.Sum(), Is.EqualTo(a.Sum() - expected.Sum()));
    }
}
