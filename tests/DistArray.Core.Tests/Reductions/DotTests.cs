using System.Numerics;

namespace DistArray.Core.Tests.Reductions;

/// <summary>Sums of products, averages and integrals.</summary>
public class DotTests
{
    [Test]
    public void Dot_OfAnyDistributions_IsTheSumOfProducts([Values(1, 2, 3, 5)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        using var a = Np.FromFunction<double>(new Distribution(comm, [11], "b"), i => i + 0.5);
        using var b = Np.FromFunction<double>(new Distribution(comm, [11], "c"), i => 3 - i);
        double expected = Enumerable.Range(0, 11).Sum(i => (i + 0.5) * (3 - i));
        Assert.That((Np.Dot(a, b), Np.Dot(a, b, reproducible: true), Np.VDot(b, a)), Is.EqualTo((expected, expected, expected)));
        using var x = Np.FromFunction<Complex>(new Distribution(comm, [2, 3], "bn"), (i, j) => new Complex(i, j + 1));
        using var y = Np.FromFunction<Complex>(new Distribution(comm, [2, 3], "nb"), (i, j) => new Complex(1, i - j));
        Complex conjugated = Enumerable.Range(0, 6).Aggregate(Complex.Zero, (sum, k) => sum + (Complex.Conjugate(new Complex(k / 3, (k % 3) + 1)) * new Complex(1, (k / 3) - (k % 3))));
        Assert.That(Np.VDot(x, y), Is.EqualTo(conjugated));
        Assert.That(Np.Dot(Np.Full(new Distribution(comm, [3], "b"), 0.1f), Np.Full(new Distribution(comm, [3], "b"), 3f)), Is.EqualTo(0.9f).Within(1).Ulps);
    });

    [Test]
    public void Dot_OfIntegers_IsExactOrThrows() => ThreadCommunicator.Run(3, comm =>
    {
        using var bytes = Np.Full(new Distribution(comm, [300], "b"), (byte)20);
        Assert.That(() => Np.Dot(bytes, bytes), Throws.TypeOf<OverflowException>().With.Message.Contains("120000"));
        using var ints = Np.FromFunction<int>(new Distribution(comm, [4], "c"), i => i % 2 == 0 ? int.MaxValue : -int.MaxValue);
        using var ones = Np.FromFunction<int>(new Distribution(comm, [4], "c"), i => i == 3 ? 2 : 1);
        Assert.That(Np.Dot(ints, ones), Is.EqualTo(-int.MaxValue));
        using var longs = Np.FromFunction<long>(new Distribution(comm, [4], "b"), i => i % 2 == 0 ? long.MaxValue : long.MinValue);
        using var others = Np.FromFunction<long>(new Distribution(comm, [4], "c"), i => i < 2 ? 4_000_000_000 : -4_000_000_000);
        Assert.That(Np.Dot(longs, others), Is.Zero, "partial sums overflow, the sum does not");
        Assert.That(() => Np.Dot(longs, longs), Throws.TypeOf<OverflowException>());
        using var large = Np.Full(new Distribution(comm, [2], "b"), ulong.MaxValue);
        Assert.That(() => Np.Dot(large, large), Throws.TypeOf<OverflowException>());
        using var picks = Np.FromFunction<ulong>(new Distribution(comm, [2], "b"), i => (ulong)i);
        Assert.That(Np.Dot(large, picks), Is.EqualTo(ulong.MaxValue));
        Assert.That(() => Np.BeginDot(longs, longs), Throws.TypeOf<NotSupportedException>());
    });

    [Test]
    public void Dot_OfOtherShapes_IsRefused() => ThreadCommunicator.Run(2, comm =>
    {
        using DistArray<double> a = Np.Ones<double>(new Distribution(comm, [4], "b")), b = Np.Ones<double>(new Distribution(comm, [5], "b")), m = Np.Ones<double>(new Distribution(comm, [4, 1], "bn"));
        Assert.That(() => Np.Dot(a, b), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.Dot(a, m), Throws.TypeOf<NotSupportedException>().With.Message.Contains("(4, 1)"));
        Assert.That(() => Np.VDot(a, m), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => m.Norm(1), Throws.TypeOf<NotSupportedException>().With.Message.Contains("matrices"));
        Assert.That(() => m.Norm(axis: [0, 1], ord: 1), Throws.TypeOf<NotSupportedException>());
        Assert.That(m.Norm(), Is.EqualTo(2));
    });

    [Test]
    public void Average_WithWeightsOfAnAxis_EqualsNumPys() => ThreadCommunicator.Run(3, comm =>
    {
        // numpy.average(numpy.arange(12.).reshape(3, 4), axis=1, weights=[1, 2, 3, 4]) and axis=0, weights=[1, 0, 3]
        using var a = Np.FromFunction<double>(new Distribution(comm, [3, 4], "bn"), (i, j) => (4 * i) + j);
        using DistArray<double> rows = Np.Average(a, 1, new double[] { 1, 2, 3, 4 }), columns = Np.Average(a, 0, new double[] { 1, 0, 3 }, keepDims: true);
        Assert.That(rows.ToArray(), Is.EqualTo(new double[] { 2, 6, 10 }));
        Assert.That(columns.ToArray(), Is.EqualTo(new double[] { 6, 7, 8, 9 }));
        Assert.That(columns.Shape.ToArray(), Is.EqualTo(new long[] { 1, 4 }));
        Assert.That(Np.Average(a), Is.EqualTo(5.5));
        Assert.That(() => Np.Average(a, 0, new double[] { 1, 2 }), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.Average(a, 0, new double[] { 1, 0, -1 }), Throws.TypeOf<DivideByZeroException>());
        using var weights = Np.FromFunction<double>(new Distribution(comm, [3, 4], "bn"), (i, j) => i - 1);
        Assert.That(() => Np.Average(a, weights), Throws.TypeOf<DivideByZeroException>());
        Assert.That(() => Np.Average(a, axis: 1, weights), Throws.TypeOf<DivideByZeroException>(), "of one rank alone");
        Assert.That(() => Np.Average(Np.Ones<int>(new Distribution(comm, [3], "b"))), Throws.TypeOf<NotSupportedException>());
    });

    [Test]
    public void Trapezoid_OfUnevenPoints_EqualsNumPys() => ThreadCommunicator.Run(4, comm =>
    {
        // numpy.trapz(numpy.arange(12.).reshape(3, 4), x=[0, 1, 4], axis=0) and x=[0, 2, 3, 7], axis=1
        using var y = Np.FromFunction<double>(new Distribution(comm, [3, 4], "bn"), (i, j) => (4 * i) + j);
        using DistArray<double> down = Np.Trapezoid(y, new double[] { 0, 1, 4 }, axis: 0), across = Np.Trapezoid(y, new double[] { 0, 2, 3, 7 });
        Assert.That(down.ToArray(), Is.EqualTo(new double[] { 20, 24, 28, 32 }));
        Assert.That(across.ToArray(), Is.EqualTo(new double[] { 12.5, 40.5, 68.5 }));
        Assert.That(Np.Diff(Np.FromFunction<bool>(new Distribution(comm, [4], "b"), i => i == 2)).ToArray(), Is.EqualTo(new[] { false, true, true }));
        Assert.That(() => Np.Trapezoid(y, new double[] { 0, 1 }, axis: 0), Throws.TypeOf<ShapeMismatchException>());
    });
}
