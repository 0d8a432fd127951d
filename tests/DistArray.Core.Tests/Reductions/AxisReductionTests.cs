using DistArray.Core.Tests.Arrays;

namespace DistArray.Core.Tests.Reductions;

/// <summary>Where results along axes lie, and what is refused.</summary>
public class AxisReductionTests
{
    [Test]
    public void Result_LiesOnTheRanksOfTheOtherAxes() => ThreadCommunicator.Run(6, comm =>
    {
        var distribution = new Distribution(comm, [4, 9], "bb", new ProcessGrid(2, 3));
        using var a = Np.FromFunction<double>(distribution, (i, j) => (10 * i) + j);
        using DistArray<double> columns = a.Sum(axis: 0), rows = a.Sum(axis: -1), kept = a.Sum(axis: 0, keepDims: true), all = a.Sum(axis: [1, 0]), none = a.Sum(axis: []);
        Assert.That(columns.LocalToArray(), Is.EqualTo(Enumerable.Range(3 * (comm.Rank % 3), 3).Select(j => 60.0 + (4 * j))));
        Assert.That(columns.Distribution.Grid.Copies, Is.EqualTo(2));
        Assert.That(columns.Distribution.IsPrimary, Is.EqualTo(comm.Rank < 3));
        Assert.That(rows.LocalToArray(), Is.EqualTo(Enumerable.Range(2 * (comm.Rank / 3), 2).Select(i => 36.0 + (90 * i))));
        Assert.That(kept.Shape.ToArray(), Is.EqualTo(new long[] { 1, 9 }));
        Assert.That(kept.LocalToArray(), Is.EqualTo(columns.LocalToArray()));
        Assert.That((all.NDim, all.LocalToArray()[0]), Is.EqualTo((0, a.Sum())));
        Assert.That(none.LocalToArray(), Is.EqualTo(a.LocalToArray()));
        // A result is an array like any other: what several ranks have counts once.
        Assert.That(columns.Sum(), Is.EqualTo(a.Sum()));
        Assert.That((columns.Max(), columns.ArgMax(), columns.Mean()), Is.EqualTo((92.0, 8L, 76.0)));
        using DistArray<double> again = columns.Sum(axis: 0);
        Assert.That(again.LocalToArray()[0], Is.EqualTo(a.Sum()));
        Assert.That((a - a.Mean(axis: 0, keepDims: true)).Sum(), Is.Zero, "broadcasts against its source");
    });

    [Test]
    public void AxesOfOneRow_LeaveRanksOutside() => ThreadCommunicator.Run(4, comm =>
    {
        using var a = Np.FromFunction<int>(new Distribution(comm, [4, 6], "bb", new ProcessGrid(2, 2)), (i, j) => (int)((6 * i) + j));
        using DistArray<int> row = a[1];
        Assert.That(row.Distribution.IsMember, Is.EqualTo(comm.Rank < 2));
        Assert.That((row.Sum(), row.Min(), row.Max(), row.ArgMin(), row.Prod<double>()), Is.EqualTo((51, 6, 11, 0L, 332640.0)));
        using DistArray<int> total = row.Sum(axis: 0);
        if (comm.Rank < 2) Assert.That(total.LocalToArray(), Is.EqualTo(new[] { 51 }));
        else Assert.That(total.Distribution.LocalSize, Is.Zero);
        Assert.That(total.GetGlobal(), Is.EqualTo(51));
        using DistArray<long> cumulative = row.CumSum<long>();
        Assert.That(cumulative.ToArray(), Is.EqualTo(new long[] { 6, 13, 21, 30, 40, 51 }));
    });

    [Test]
    public void WrongAxes_AreRefusedOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        using var a = Np.Zeros<double>(new Distribution(comm, [4, 5], "bn"));
        Assert.That(() => a.Sum(axis: 2), Throws.TypeOf<AxisOutOfRangeException>());
        Assert.That(() => a.Max(axis: -3), Throws.TypeOf<AxisOutOfRangeException>());
        Assert.That(() => a.Mean(axis: [0, -2]), Throws.ArgumentException.With.Message.Contains("twice"));
        Assert.That(() => a.ArgMax(2), Throws.TypeOf<AxisOutOfRangeException>());
        Assert.That(() => a.CumSum(-3), Throws.TypeOf<AxisOutOfRangeException>());
        Assert.That(() => Np.Median(a, axis: [1, 1]), Throws.ArgumentException);
        Assert.That(() => Np.Diff(a, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Np.Percentile(a, 101), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Np.Percentile(a, double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(a.Sum(), Is.Zero, "nobody waits");
    });

    [Test]
    public void Overflow_OfAnElementOfOneRank_IsThrownOnAll() => ThreadCommunicator.Run(4, comm =>
    {
        using var a = Np.FromFunction<sbyte>(new Distribution(comm, [4, 3], "bn"), (i, j) => (sbyte)(i == 2 ? 100 : 1));
        Assert.That(() => a.Sum(axis: 1), Throws.TypeOf<OverflowException>().With.Message.Contains("Sum<long>()"));
        Assert.That(() => a.Prod(axis: 1), Throws.TypeOf<OverflowException>());
        Assert.That(() => a.CumSum(1), Throws.TypeOf<OverflowException>());
        Assert.That(() => a.CumProd(1), Throws.TypeOf<OverflowException>());
        using DistArray<long> wide = a.Sum<long>(axis: 1);
        Assert.That(wide.ToArray(), Is.EqualTo(new long[] { 3, 3, 300, 3 }));
        using var b = Np.FromFunction<sbyte>(new Distribution(comm, [4, 2], "bn"), (i, j) => (sbyte)(i == 3 ? 250 * j - 125 : j));
        Assert.That(() => b.Ptp(axis: 1), Throws.TypeOf<OverflowException>());
        Assert.That(() => b.Ptp(), Throws.TypeOf<OverflowException>().With.Message.Contains("-125 to 125"));
        Assert.That(() => Np.NanArgMax(Np.FromFunction<double>(new Distribution(comm, [4, 2], "bn"), (i, j) => i == 3 ? double.NaN : j), 1), Throws.InvalidOperationException);
    });

    [Test]
    public void Masks_OfOtherShapesAndDistributions_AreAligned() => ThreadCommunicator.Run(4, comm =>
    {
        using var a = Np.FromFunction<double>(new Distribution(comm, [6, 5], "bn"), (i, j) => (5 * i) + j);
        using var columns = Np.FromFunction<bool>(new Distribution(comm, [5], "c"), j => j % 2 == 0);
        using var rows = Np.FromFunction<bool>(new Distribution(comm, [6, 1], "c(2)n"), (i, j) => i > 3);
        using var other = Np.FromFunction<bool>(new Distribution(comm, [6, 5], "nb"), (i, j) => i > 3 && j % 2 == 0);
        Assert.That(a.Sum(where: columns), Is.EqualTo(Enumerable.Range(0, 30).Where(k => k % 5 % 2 == 0).Sum()));
        Assert.That(a.Mean(where: rows), Is.EqualTo(Enumerable.Range(20, 10).Average()));
        Assert.That(a.Max(where: !other, initial: -1), Is.EqualTo(28));
        using DistArray<double> sums = a.Sum(axis: 0, where: other);
        Assert.That(sums.ToArray(), Is.EqualTo(new double[] { 45, 0, 49, 0, 53 }));
        Assert.That(() => a.Sum(where: Np.Ones<bool>(new Distribution(comm, [4], "b"))), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => a.Sum(where: Np.Ones<bool>(new Distribution(comm, [2, 6, 5], "nbn"))), Throws.TypeOf<ShapeMismatchException>());
        Assert.That((a.Mean(where: true), a.CountNonZero()), Is.EqualTo((14.5, 29L)));
        Assert.That(a.Sum(where: new[] { true, false, false, false, true }), Is.EqualTo(Enumerable.Range(0, 30).Where(k => k % 5 is 0 or 4).Sum()));
        Assert.That((a.Any(where: false), a.All(where: false), a.All(where: a != 0.0)), Is.EqualTo((false, true, true)));
        Assert.That(() => a.Min(where: other), Throws.ArgumentException.With.Message.Contains("initial"));
    });

    [Test]
    public void Expressions_AreReducedWithoutBeingKept() => ThreadCommunicator.Run(3, comm =>
    {
        using var a = Np.FromFunction<double>(Cases.Make(comm, [5, 7], "bn"), (i, j) => (7 * i) + j);
        DistArray<double> squares = a * a;
        Assert.That(squares.Sum(), Is.EqualTo(Enumerable.Range(0, 35).Sum(k => k * k)));
        Assert.That(squares.IsPending, "read once");
        DistArray<double> sums = a + a;
        using DistArray<double> columns = sums.Sum(axis: 0);
        Assert.That(sums.IsPending, "read once");
        Assert.That(columns.ToArray(), Is.EqualTo(Enumerable.Range(0, 7).Select(j => 2 * (70.0 + (5 * j)))));
        Assert.That((a * 2.0).Var(), Is.EqualTo(4 * a.Var()).Within(1e-12));
        Assert.That((a + 1.0).ArgMax(), Is.EqualTo(34));
        DistArray<double> literal = new double[] { 3, 1, 2 };
        Assert.That((literal.Sum(), literal.ArgMin(), Np.Median(literal), literal.Norm(1)), Is.EqualTo((6.0, 1L, 2.0, 6.0)));
        DistArray<double> scalar = 5;
        Assert.That((scalar.Sum(), scalar.Max(), scalar.ArgMax()), Is.EqualTo((5.0, 5.0, 0L)));
    });

    [Test]
    public void EveryKindOfTruth_IsCounted() => ThreadCommunicator.Run(3, comm =>
    {
        using var short4 = Np.FromFunction<Logical32>(new Distribution(comm, [5], "b"), i => i % 2 == 0);
        using var long8 = Np.FromFunction<Logical64>(new Distribution(comm, [2, 3], "bn"), (i, j) => i == j);
        using var complex = Np.FromFunction<System.Numerics.Complex>(new Distribution(comm, [4], "c"), i => new(0, i));
        Assert.That((short4.CountNonZero(), short4.Any(), short4.All()), Is.EqualTo((3L, true, false)));
        Assert.That((long8.CountNonZero(), complex.CountNonZero()), Is.EqualTo((2L, 3L)));
        using DistArray<bool> any = long8.Any(axis: 0);
        Assert.That(any.ToArray(), Is.EqualTo(new[] { true, true, false }));
        Assert.That(() => short4.Sum<int>(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("CountNonZero"));
        Assert.That(() => short4.Norm(), Throws.TypeOf<NotSupportedException>());
        using var n = Np.FromFunction<int>(new Distribution(comm, [5], "b"), i => (int)i);
        Assert.That(() => n.Var(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Var<double>()"));
        Assert.That((n.Var<double>(), n.Std<double>(ddof: 1)), Is.EqualTo((2.0, Math.Sqrt(2.5))));
        Assert.That(() => complex.Var<System.Numerics.Complex>(), Throws.TypeOf<NotSupportedException>());
    });

    [Test]
    public void ProductsOfComplexInfinities_BeginWithTheFirst() => ThreadCommunicator.Run(3, comm =>
    {
        // numpy.prod([inf + 2j]) and numpy.cumprod([inf + 2j, 1]); 1 times an infinity would be NaN
        var infinite = new System.Numerics.Complex(double.PositiveInfinity, 2);
        using var one = Np.Full(new Distribution(comm, [1], "b"), infinite);
        Assert.That((one.Prod(), one.CumProd().ToArray()[0]), Is.EqualTo((infinite, infinite)));
        using var two = Np.FromFunction<System.Numerics.Complex>(new Distribution(comm, [2], "b"), i => i == 0 ? infinite : 1);
        Assert.That(two.CumProd().ToArray(), Is.EqualTo(new[] { infinite, infinite * System.Numerics.Complex.One }));
        Assert.That(two.Prod(where: new[] { true, false }), Is.EqualTo(infinite));
        using var floats = Np.FromFunction<Complex64>(new Distribution(comm, [3], "b"), i => i == 1 ? new Complex64(float.NegativeInfinity, 1) : new Complex64(float.NaN, 0));
        Assert.That(Np.NanProd(floats), Is.EqualTo(new Complex64(float.NegativeInfinity, 1)));
        using var none = Np.Zeros<System.Numerics.Complex>(new Distribution(comm, [0], "b"));
        Assert.That(none.Prod(), Is.EqualTo(System.Numerics.Complex.One));
        Assert.That(Np.Zeros<System.Numerics.Complex>(new Distribution(comm, [2, 0], "bn")).Prod(axis: 1).ToArray(), Is.All.EqualTo(System.Numerics.Complex.One));
    });

    [Test]
    public void LongAxes_AreSummedInPieces([Values(MemoryOrder.RowMajor, MemoryOrder.ColumnMajor)] MemoryOrder order) => ThreadCommunicator.Run(2, comm =>
    {
        // More rows, and more elements, than are added one after another.
        using var a = Np.FromFunction<double>(new Distribution(comm, [5003, 3, 7], "nbn"), (i, j, k) => i + (1e5 * j) + (1e7 * k), order);
        using DistArray<double> sums = a.Sum(axis: 0), lines = a.Sum(axis: [0, 2]);
        Assert.That(sums.ToArray(), Is.EqualTo(Enumerable.Range(0, 21).Select(n => (5003.0 * 5002 / 2) + (5003 * ((1e5 * (n / 7)) + (1e7 * (n % 7)))))));
        Assert.That(lines.ToArray(), Is.EqualTo(Enumerable.Range(0, 3).Select(j => (7 * 5003.0 * 5002 / 2) + (7 * 5003 * 1e5 * j) + (5003 * 21e7))));
        using var line = Np.FromFunction<float>(new Distribution(comm, [3_000_000], "b"), i => i % 2 == 0 ? 0.1f : -0.1f);
        Assert.That(line.Sum(), Is.Zero);
        using DistArray<float> whole = (line + 0.5f).Sum(axis: 0);
        Assert.That(whole.ToArray()[0], Is.EqualTo(1_500_000f).Within(1));
    });
}
