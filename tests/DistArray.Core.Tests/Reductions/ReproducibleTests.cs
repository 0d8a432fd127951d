using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using DistArray.Core.Tests.Kernels;

namespace DistArray.Core.Tests.Reductions;

/// <summary>Reproducible sums are exact and rounded once: what Python's math.fsum gives, on every number of ranks, distribution and order.</summary>
public class ReproducibleTests
{
    private NumPyServer _numpy = null!;

    [OneTimeSetUp]
    public void Start() => _numpy = new NumPyServer();

    [OneTimeTearDown]
    public void Stop() => _numpy.Dispose();

    // Over so many magnitudes, and with so much that cancels, that the last digits of an ordinary sum are another on every rank count.
    private static double[] Hard(int count, int seed, int exponents = 600)
    {
        var random = new System.Random(seed);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => Math.ScaleB(random.NextDouble() - 0.5, random.Next(-exponents, exponents)))];
        double[] all = [.. values, .. values.Take(count / 2).Select(value => -value), .. Enumerable.Range(0, count).Select(_ => random.NextDouble())];
        random.Shuffle(all);
        return all;
    }

    [Test]
    public void Sum_OnAnyRanksAndDistribution_IsFsum([Values(0, 20, 900)] int exponents)
    {
        double[] values = Hard(1200, 5 + exponents, Math.Max(exponents, 1));
        double expected = Fsum(values), plain = values.Sum();
        if (exponents > 0) Assert.That(plain, Is.Not.EqualTo(expected), "the case is not hard");
        var random = new System.Random(7);
        for (int size = 1; size <= 16; size++)
        {
            random.Shuffle(values);
            var array = new RandomArray<double>([values.Length], [.. values]);
            ThreadCommunicator.Run(size, comm =>
            {
                using DistArray<double> a = array.Distribute(RandomDistribution.Make(comm, array.Shape, 100 + size), MemoryOrder.RowMajor);
                Same(a.Sum(reproducible: true), expected);
                Same(a.Mean(reproducible: true), expected / values.Length);
                Same((a * 2.0).Sum(reproducible: true), 2 * expected);
            });
        }
    }

    [Test]
    public void Norm_OnAnyRanksAndDistribution_HasTheSameBits()
    {
        double[] values = Hard(1000, 3, 200);
        double expected = Math.Sqrt(Fsum([.. values.Select(value => value * value)]));
        for (int size = 1; size <= 16; size += 3)
        {
            var array = new RandomArray<double>([values.Length / 10, 10], values);
            ThreadCommunicator.Run(size, comm =>
            {
                using DistArray<double> a = array.Distribute(RandomDistribution.Make(comm, array.Shape, size), MemoryOrder.ColumnMajor);
                Same(a.Norm(reproducible: true), expected);
            });
        }
    }

    [Test]
    public void SumsAlongAxes_OnAnyRanksAndDistribution_AreFsum([Values(0, 1, 2)] int axis)
    {
        double[] values = Hard(720, 9, 300);
        long[] shape = [12, 15, 10];
        long[] rest = [.. shape.Where((_, i) => i != axis)];
        double[] expected = MemoryMarshal.Cast<byte, double>(_numpy.Evaluate($"np.apply_along_axis(__import__('math').fsum, {axis}, x.reshape(12,15,10))",
            new NumPyValue("float64", MemoryMarshal.AsBytes(values.AsSpan()).ToArray())).Bytes).ToArray();
        for (int size = 1; size <= 16; size += 2)
        {
            var array = new RandomArray<double>(shape, values);
            ThreadCommunicator.Run(size, comm =>
            {
                using DistArray<double> a = array.Distribute(RandomDistribution.Make(comm, shape, size), size % 4 == 1 ? MemoryOrder.RowMajor : MemoryOrder.ColumnMajor);
                using DistArray<double> sums = a.Sum(axis, reproducible: true);
                Assert.That(sums.ToArray(), Is.EqualTo(expected));
                using DistArray<double> means = a.Mean(axis, reproducible: true);
                Assert.That(means.ToArray(), Is.EqualTo(expected.Select(sum => sum / shape[axis])));
            });
        }
    }

    [Test]
    public void SumsAlongAxes_OfManyCells_AreThoseOfAll() => ThreadCommunicator.Run(2, comm =>
    {
        // More cells than are summed at a time.
        using var a = Np.FromFunction<double>(new Distribution(comm, [3, 2, 40_000], "bnn"), (i, j, k) => i - 1 + (k * 1e-22));
        using DistArray<double> sums = a.Sum(axis: 0, reproducible: true);
        Assert.That(sums.ToArray(), Is.EqualTo(Enumerable.Range(0, 80_000).Select(i => i % 40_000 * 1e-22).ToArray()), "1 and -1 swallow the rest");
    });

    [Test]
    public void SumsAlongAxes_OfExtremeNumbers_AreExact() => ThreadCommunicator.Run(2, comm =>
    {
        double[][] columns =
        [
            [1e308, 1e308, -1e308, 1], [double.MaxValue, double.MaxValue, 0, 0], [double.Epsilon, 1e300, double.Epsilon, -1e300], [1, double.NaN, 2, 3],
            [double.PositiveInfinity, 1, double.NegativeInfinity, 1], [1, Math.ScaleB(1, -53), double.Epsilon, 0], [1e-310, 2e-310, -3e-310, 0], [3, 1e-40, -3, 1e-80], [0, -0.0, 5, 0],
        ];
        double[] expected = [1e308, double.PositiveInfinity, 2 * double.Epsilon, double.NaN, double.NaN, 1 + Math.ScaleB(1, -52), 0, 1e-40, 5];
        using var a = Np.FromFunction<double>(new Distribution(comm, [9, 4], "nb"), (i, j) => columns[i][j]);
        using var b = Np.FromFunction<double>(new Distribution(comm, [4, 9], "nb"), (i, j) => columns[j][i]);
        Assert.That(a.Sum(axis: 1, reproducible: true).ToArray(), Is.EqualTo(expected));
        Assert.That(b.Sum(axis: 0, reproducible: true).ToArray(), Is.EqualTo(expected));
    });

    [Test]
    public void Sum_OfComplexAndFloat_IsRoundedOnce()
    {
        double[] values = Hard(500, 21, 100);
        double real = Fsum(values), imaginary = Fsum([.. values.Select(value => 1 - value)]);
        ThreadCommunicator.Run(3, comm => CheckComplexAndFloat(comm, values, new Complex(real, imaginary)));
    }

    private static void CheckComplexAndFloat(ICommunicator comm, double[] values, Complex sum)
    {
        using var c = Np.FromFunction<Complex>(new Distribution(comm, [values.Length], "c"), i => new Complex(values[i], 1 - values[i]));
        Assert.That(c.Sum(reproducible: true), Is.EqualTo(sum));
        // 2^24 + 1 + 2^-30 lies above the middle of two floats; by way of a double, it would seem to be the middle.
        float[] floats = [16777216, 1, 1f / (1 << 30), -1e30f, 1e30f, 1e-44f];
        using var f = Np.FromFunction<float>(new Distribution(comm, [6], "b"), i => floats[i]);
        Assert.That(f.Sum(reproducible: true), Is.EqualTo(16777218f));
        using var tiny = Np.Full(new Distribution(comm, [3], "b"), float.Epsilon);
        Assert.That(tiny.Sum(reproducible: true), Is.EqualTo(3 * float.Epsilon));
    }

    [Test]
    public void Sum_OfExtremeNumbers_IsExact() => ThreadCommunicator.Run(4, comm =>
    {
        Check(comm, 1e308, [1e308, 1e308, 1e308, -1e308, -1e308]);
        Check(comm, double.MaxValue, [double.MaxValue, double.MaxValue, -double.MaxValue]);
        Check(comm, double.PositiveInfinity, [double.MaxValue, double.MaxValue]);
        Check(comm, 3 * double.Epsilon, [double.Epsilon, double.Epsilon, double.Epsilon, 1e300, -1e300]);
        Check(comm, 0, [1e-310, 2e-310, -3e-310]);
        Check(comm, 0, [-0.0, -0.0]);
        Check(comm, double.NaN, [1, double.NaN, 2]);
        Check(comm, double.NaN, [double.PositiveInfinity, double.NegativeInfinity, 1]);
        Check(comm, double.NegativeInfinity, [1e308, double.NegativeInfinity, 1]);
        Check(comm, 1 + Math.ScaleB(1, -52), [1, Math.ScaleB(1, -53), Math.ScaleB(1, -1074)]);
        Check(comm, 1, [1, Math.ScaleB(1, -53)]);
        Check(comm, -1, [-1, -Math.ScaleB(1, -53)]);
    });

    private static void Check(ICommunicator comm, double expected, double[] values)
    {
        using var a = Np.FromFunction<double>(new Distribution(comm, [values.Length], "c"), i => values[i]);
        Same(a.Sum(reproducible: true), expected);
    }

    private static void Same(double found, double expected) =>
        Assert.That(BitConverter.DoubleToInt64Bits(found), Is.EqualTo(BitConverter.DoubleToInt64Bits(expected)), $"{found:R}, not {expected:R}");

    private double Fsum(double[] values) => MemoryMarshal.Cast<byte, double>(
        _numpy.Evaluate("np.float64(__import__('math').fsum(x))", new NumPyValue("float64", MemoryMarshal.AsBytes(values.AsSpan()).ToArray())).Bytes)[0];
}
