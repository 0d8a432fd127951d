using System.Numerics;

namespace DistArray.Core.Tests.Arrays;

public class ArithmeticTests
{
    [Test]
    public void Operators_OfAnyDistributionAndOrders_EqualSerialReference([ValueSource(typeof(Cases), nameof(Cases.Sizes))] int size,
        [ValueSource(typeof(Cases), nameof(Cases.Codes))] string codes, [Values] MemoryOrder left, [Values] MemoryOrder right) => ThreadCommunicator.Run(size, comm =>
    {
        Distribution d = Cases.Make(comm, [5, 9], codes, 1);
        double[] x = Cases.Range(45), y = [.. x.Select(value => 50 - (value * 1.25))];
        using var a = Np.FromFunction<double>(d, (i, j) => x[(9 * i) + j], left);
        using var b = Np.FromFunction<double>(Cases.Make(comm, [5, 9], codes, 0), (i, j) => y[(9 * i) + j], right);
        Equal(a + b, (p, q) => p + q);
        Equal(a - b, (p, q) => p - q);
        Equal(a * b, (p, q) => p * q);
        Equal(a / b, (p, q) => p / q);
        Equal(a + 2.5, (p, _) => p + 2.5);
        Equal(2.5 + a, (p, _) => 2.5 + p);
        Equal(a - 2.5, (p, _) => p - 2.5);
        Equal(2.5 - a, (p, _) => 2.5 - p);
        Equal(a * 3, (p, _) => p * 3);
        Equal(3 * a, (p, _) => 3 * p);
        Equal(a / 3, (p, _) => p / 3);
        Equal(3 / a, (p, _) => 3 / p);
        Equal(-a, (p, _) => -p);
        Equal((a + b) * (a - b), (p, q) => (p + q) * (p - q));

        void Equal(DistArray<double> result, Func<double, double, double> expected)
        {
            using (result) Assert.That(result.ToArray(), Is.EqualTo(x.Zip(y, expected)));
        }
    });

    [Test]
    public void Operators_OfLargeRows_EqualSerialReference() => ThreadCommunicator.Run(3, comm =>
    {
        var d = new Distribution(comm, [10007], "b");
        using var a = Np.FromFunction<float>(d, i => i + 0.5f);
        using var b = Np.FromFunction<float>(d, i => 3 - i);
        Assert.That((a * b).ToArray(), Is.EqualTo(Enumerable.Range(0, 10007).Select(i => (i + 0.5f) * (3 - i))));
        Assert.That((1f / a).ToArray(), Is.EqualTo(Enumerable.Range(0, 10007).Select(i => 1f / (i + 0.5f))));
    });

    [Test]
    public void Operators_OfEveryNumberType() => ThreadCommunicator.Run(3, comm =>
    {
        Check<sbyte>(comm);
        Check<byte>(comm);
        Check<short>(comm);
        Check<ushort>(comm);
        Check<int>(comm);
        Check<uint>(comm);
        Check<long>(comm);
        Check<ulong>(comm);
        Check<float>(comm);
        Check<double>(comm);
        Check<Complex64>(comm);
        Check<Complex>(comm);
    });

    private static void Check<T>(ICommunicator comm) where T : unmanaged, INumberBase<T>
    {
        using var a = Np.FromFunction<T>(new Distribution(comm, [11], "b"), i => T.CreateChecked(i + 1));
        Assert.That((a * a - a + T.One).ToArray(), Is.EqualTo(Enumerable.Range(1, 11).Select(i => T.CreateChecked((i * i) - i + 1))), typeof(T).Name);
        Assert.That((-(-a)).ToArray(), Is.EqualTo(a.ToArray()), typeof(T).Name);
    }

    [Test]
    public void Operators_OfComplexNumbers_EqualHandComputedValues() => ThreadCommunicator.Run(2, comm =>
    {
        using var a = Np.FromFunction<Complex>(new Distribution(comm, [3], "b"), i => new Complex(i, 1));
        Assert.That((a * Complex.ImaginaryOne).ToArray(), Is.EqualTo(new[] { new Complex(-1, 0), new Complex(-1, 1), new Complex(-1, 2) }));
        Assert.That((a * a).ToArray(), Is.EqualTo(new[] { new Complex(-1, 0), new Complex(0, 2), new Complex(3, 4) }));
    });

    [Test]
    public void IntegerDivision_IsRefusedWithTheWayOut() => ThreadCommunicator.Run(2, comm =>
    {
        var d = new Distribution(comm, [4], "b");
        using var a = Np.FromFunction<int>(d, i => (int)((i * 5) - 7));
        using var b = Np.FromFunction<int>(d, i => i % 2 == 0 ? 2 : -3);
        Assert.That(() => a / b, Throws.TypeOf<NotSupportedException>().With.Message.Contains("FloorDivide").And.Message.Contains("TrueDivide"));
        Assert.That(() => a / 2, Throws.TypeOf<NotSupportedException>());
        // numpy.floor_divide([-7, -2, 3, 8], [2, -3, 2, -3]) and true_divide
        Assert.That(Np.FloorDivide(a, b).ToArray(), Is.EqualTo(new[] { -4, 0, 1, -3 }));
        Assert.That(Np.TrueDivide(a, b).ToArray(), Is.EqualTo(new[] { -3.5, -2 / -3.0, 1.5, 8 / -3.0 }));
    });

    [Test]
    public void FloorDivide_OfTheSmallestByMinusOne_WrapsAsNumPys()
    {
        var d = new Distribution(new SelfCommunicator(), [3]);
        using var dividends = DistArray<int>.Wrap(d, LocalBlock<int>.FromArray([int.MinValue, int.MaxValue, 5], [3]));
        using var divisors = Np.Full(d, -1);
        Assert.That(Np.FloorDivide(dividends, divisors).ToArray(), Is.EqualTo(new[] { int.MinValue, -int.MaxValue, -5 }));
        using var zero = Np.Zeros<int>(d);
        Assert.That(Np.FloorDivide(dividends, zero).ToArray(), Is.EqualTo(new[] { 0, 0, 0 }));
    }

    [Test]
    public void Operands_OfOtherShape_AreRefusedOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        using var a = Np.Ones<double>(new Distribution(comm, [8, 4], "bn"));
        using var wider = Np.Ones<double>(new Distribution(comm, [8, 5], "bn"));
        using var flat = Np.Ones<double>(new Distribution(comm, [32], "b"));
        Assert.That(() => a + wider, Throws.TypeOf<ShapeMismatchException>().With.Message.EqualTo("Add: shapes (8, 4) and (8, 5) do not broadcast (axis 1: 4 and 5). Reshape or slice one of them."));
        Assert.That(() => a - flat, Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("axis 1: 4 and 32"));
        Assert.That(() => a.Assign(wider), Throws.TypeOf<ShapeMismatchException>());
    });

    [Test]
    public void Halo_OfOperandsAndResults_DoesNotMatter() => ThreadCommunicator.Run(2, comm =>
    {
        var d = new Distribution(comm, [6], "b", haloLow: [1], haloHigh: [2]);
        using var a = Np.FromFunction<double>(d, i => i);
        a.LocalViewWithHalo[0] = double.NaN;
        using DistArray<double> b = a + 1;
        Assert.That(b.Sum(), Is.EqualTo(21));
        Assert.That(b.LocalViewWithHalo[0], Is.Zero);
        Assert.That(b.Distribution.HaloHigh[0], Is.EqualTo(2));
    });
}
