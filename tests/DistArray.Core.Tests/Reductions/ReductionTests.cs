using System.Numerics;

using DistArray.Core.Tests.Arrays;

namespace DistArray.Core.Tests.Reductions;

public class ReductionTests
{
    [Test]
    public void SumMeanMinMax_OfAnyDistribution_EqualSerialReference([ValueSource(typeof(Cases), nameof(Cases.Sizes))] int size,
        [ValueSource(typeof(Cases), nameof(Cases.Codes))] string codes, [Values] MemoryOrder order, [Values(0, 1)] int halo) => ThreadCommunicator.Run(size, comm =>
    {
        using var a = Np.FromFunction<double>(Cases.Make(comm, [5, 9], codes, halo), (i, j) => ((9 * i) + j - 20) * 0.25, order);
        Assert.That(a.Sum(), Is.EqualTo(45 * 2 * 0.25));
        Assert.That(a.Mean(), Is.EqualTo(0.5));
        Assert.That(a.Min(), Is.EqualTo(-5));
        Assert.That(a.Max(), Is.EqualTo(6));
    });

    [Test]
    public void NaN_Propagates_FromAnyRank() => ThreadCommunicator.Run(3, comm =>
    {
        for (long at = 0; at < 7; at++)
        {
            using var a = Np.FromFunction<double>(new Distribution(comm, [7], "b"), i => i == at ? double.NaN : i);
            Assert.That(new[] { a.Sum(), a.Mean(), a.Min(), a.Max() }, Is.All.NaN);
            using var f = Np.FromFunction<float>(new Distribution(comm, [7], "c"), i => i == at ? float.NaN : i);
            Assert.That(new[] { f.Sum(), f.Mean(), f.Min(), f.Max() }, Is.All.NaN);
        }
    });

    [Test]
    public void Extremes_OfInfinitiesAndEveryOrderedType() => ThreadCommunicator.Run(4, comm =>
    {
        using var inf = Np.Full(new Distribution(comm, [2], "b"), double.PositiveInfinity);
        Assert.That(inf.Min(), Is.EqualTo(double.PositiveInfinity));
        using var minusInf = Np.Full(new Distribution(comm, [2], "b"), float.NegativeInfinity);
        Assert.That(minusInf.Max(), Is.EqualTo(float.NegativeInfinity));
        Check<sbyte>(comm, sbyte.MinValue, sbyte.MaxValue);
        Check<byte>(comm, byte.MinValue, byte.MaxValue);
        Check<short>(comm, short.MinValue, short.MaxValue);
        Check<ushort>(comm, ushort.MinValue, ushort.MaxValue);
        Check<int>(comm, int.MinValue, int.MaxValue);
        Check<uint>(comm, uint.MinValue, uint.MaxValue);
        Check<long>(comm, long.MinValue, long.MaxValue);
        Check<ulong>(comm, ulong.MinValue, ulong.MaxValue);
    });

    private static void Check<T>(ICommunicator comm, T low, T high) where T : unmanaged, INumber<T>
    {
        using DistArray<T> lows = Np.Full(new Distribution(comm, [3], "b"), low), highs = Np.Full(new Distribution(comm, [3], "b"), high);
        Assert.That((lows.Min(), lows.Max(), highs.Min(), highs.Max()), Is.EqualTo((low, low, high, high)), typeof(T).Name);
        using var a = Np.FromFunction<T>(new Distribution(comm, [11], "b"), i => T.CreateChecked((i * 7 % 11) + 1));
        Assert.That((a.Min(), a.Max(), a.Sum()), Is.EqualTo((T.One, T.CreateChecked(11), T.CreateChecked(66))), typeof(T).Name);
    }

    [Test]
    public void IntegerSums_AreExactOrThrowOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        using var bytes = Np.Full(new Distribution(comm, [300], "b"), (byte)200);
        Assert.That(() => bytes.Sum(), Throws.TypeOf<OverflowException>().With.Message.Contains("60000").And.Message.Contains("Sum<long>()"));
        Assert.That(bytes.Sum<long>(), Is.EqualTo(60000L));
        Assert.That(bytes.Sum<ushort>(), Is.EqualTo((ushort)60000));
        Assert.That(bytes.Sum<double>(), Is.EqualTo(60000.0));
        using var longs = Np.FromFunction<long>(new Distribution(comm, [6], "b"), i => i % 2 == 0 ? long.MaxValue : long.MinValue);
        Assert.That(longs.Sum(), Is.EqualTo(-3L), "partial sums overflow, the sum does not");
        using var largest = Np.Full(new Distribution(comm, [3], "b"), ulong.MaxValue);
        Assert.That(() => largest.Sum(), Throws.TypeOf<OverflowException>());
        Assert.That(largest.Sum<double>(), Is.EqualTo(3 * (double)ulong.MaxValue));
        Assert.That(Np.Full(new Distribution(comm, [2], "b"), -5).Sum(), Is.EqualTo(-10));
    });

    [Test]
    public void Means_OfIntegers_AskForAType() => ThreadCommunicator.Run(2, comm =>
    {
        using var a = Np.FromFunction<int>(new Distribution(comm, [4], "b"), i => (int)i);
        Assert.That(() => a.Mean(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Mean<double>()"));
        Assert.That(a.Mean<double>(), Is.EqualTo(1.5));
        Assert.That(a.Mean<Complex>(), Is.EqualTo(new Complex(1.5, 0)));
    });

    [Test]
    public void Sums_InWiderTypes() => ThreadCommunicator.Run(3, comm =>
    {
        using var f = Np.Full(new Distribution(comm, [1000], "b"), 0.1f);
        Assert.That(f.Sum<double>(), Is.EqualTo(1000 * (double)0.1f).Within(1e-9));
        using var c = Np.FromFunction<Complex64>(new Distribution(comm, [5], "c"), i => new Complex64(i, -2 * i));
        Assert.That(c.Sum(), Is.EqualTo(new Complex64(10, -20)));
        Assert.That(c.Sum<Complex>(), Is.EqualTo(new Complex(10, -20)));
        Assert.That(c.Mean(), Is.EqualTo(new Complex64(2, -4)));
        Assert.That(() => c.Sum<double>(), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => f.Sum<int>(), Throws.TypeOf<NotSupportedException>());
        using var flags = Np.Ones<bool>(new Distribution(comm, [5], "b"));
        Assert.That(() => flags.Sum<int>(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Boolean"));
    });

    [Test]
    public void Sum_OfManyFloats_IsPairwise([Values(1, 3)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        // A running sum of 0.1f over 10 million elements is off by 8 %; NumPy's pairwise sum gives 1000000.06 or so.
        using var a = Np.Full(new Distribution(comm, [10_000_000], "b"), 0.1f);
        Assert.That(a.Sum(), Is.EqualTo(1_000_000f).Within(1f));
        using var rows = Np.Full(new Distribution(comm, [1_000_000, 3], "bn", haloLow: [0, 1]), 0.1f);
        Assert.That(rows.Sum(), Is.EqualTo(300_000f).Within(0.3f));
    });

    [Test]
    public void EmptyArrays_SumToZeroAndHaveNoExtremes() => ThreadCommunicator.Run(2, comm =>
    {
        using var a = Np.Zeros<double>(new Distribution(comm, [0, 4], "bn"));
        Assert.That(a.Sum(), Is.Zero);
        Assert.That(a.Mean(), Is.NaN);
        Assert.That(() => a.Min(), Throws.InvalidOperationException.With.Message.Contains("(0, 4)"));
        Assert.That(() => a.Max(), Throws.InvalidOperationException);
    });
}
