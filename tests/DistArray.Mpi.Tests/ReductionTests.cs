using System.Numerics;
using DistArray.Testing;

namespace DistArray.Mpi.Tests;

/// <summary>Reductions by MPI's all-reduces and scans, its own and such of functions, over communicators that are split.</summary>
public class ReductionTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Reductions_OfAllElements_AreTheSameOnEveryRank(Communicator world)
    {
        using var a = Np.FromFunction<double>(new Distribution(world, [7, 5], "bn"), (i, j) => (5 * i) + j - 10.5);
        Assert.That((a.Sum(), a.Min(), a.Max(), a.ArgMin(), a.ArgMax()), Is.EqualTo((227.5, -10.5, 23.5, 0L, 34L)));
        Assert.That((a.Mean(), a.Var(), Np.Median(a), Np.Percentile(a, 25)), Is.EqualTo((6.5, 102.0, 6.5, -2.0)));
        Assert.That(a.Norm(), Is.EqualTo(Math.Sqrt(35 * (102 + (6.5 * 6.5)))).Within(1e-12));
        using var n = Np.FromFunction<long>(new Distribution(world, [6], "c"), i => i % 2 == 0 ? long.MaxValue : -long.MaxValue + 1);
        Assert.That((n.Sum(), n.Any(), n.CountNonZero()), Is.EqualTo((3L, true, 6L)));
        using var factors = Np.FromFunction<long>(new Distribution(world, [21], "b"), i => i % 2 == 0 ? 1 + i : -1);
        Assert.That(factors.Prod(), Is.EqualTo(13_749_310_575L));
        Assert.That(() => Np.FromFunction<int>(new Distribution(world, [20], "b"), i => 10).Prod(), Throws.TypeOf<OverflowException>());
        using var c = Np.FromFunction<Complex>(new Distribution(world, [4], "b"), i => new Complex(0, 1 + i));
        Assert.That((c.Sum(), c.Prod()), Is.EqualTo((new Complex(0, 10), new Complex(24, 0))));
        using var nan = Np.FromFunction<float>(new Distribution(world, [9], "c"), i => i == 8 ? float.NaN : i);
        Assert.That((nan.Max(), Np.NanMax(nan), nan.ArgMax()), Is.EqualTo((float.NaN, 7f, 8L)));
    }

    [MpiTest(2, 4)]
    public void Reductions_AlongAxes_UseTheRanksAlongThem(Communicator world)
    {
        using var a = Np.FromFunction<double>(new Distribution(world, [4, 6], "bb", new ProcessGrid(2, world.Size / 2)), (i, j) => (6 * i) + j);
        for (int again = 0; again < 3; again++)
        {
            Assert.That(a.Sum(axis: 0).ToArray(), Is.EqualTo(Enumerable.Range(0, 6).Select(j => 36.0 + (4 * j))));
            Assert.That(a.Mean(axis: 1).ToArray(), Is.EqualTo(Enumerable.Range(0, 4).Select(i => (6 * i) + 2.5)));
            Assert.That(a.ArgMax(0).ToArray(), Is.All.EqualTo(3));
            Assert.That(Np.Median(a, axis: 0).ToArray(), Is.EqualTo(Enumerable.Range(0, 6).Select(j => 9.0 + j)));
            Assert.That(a.CumSum(0).ToArray()[18..], Is.EqualTo(Enumerable.Range(0, 6).Select(j => 36.0 + (4 * j))));
            Assert.That(a.Sum(axis: [0, 1]).GetGlobal(), Is.EqualTo(276));
        }
        Assert.That(a.CumSum().ToArray(), Is.EqualTo(Enumerable.Range(0, 24).Select(k => k * (k + 1) / 2.0)));
        Assert.That(Np.Diff(a, 1, axis: 0).ToArray(), Is.All.EqualTo(6));
    }

    [MpiTest(1, 2, 3, 4)]
    public void ReproducibleSums_HaveTheSameBits(Communicator world)
    {
        double[] values = [.. Enumerable.Range(0, 999).Select(i => Math.ScaleB(((i * 7919) % 1000) - 499.5, (i * 31 % 200) - 100))];
        foreach (string codes in (string[])["b", "c", "c(7)", "n"])
        {
            using var a = Np.FromFunction<double>(new Distribution(world, [999], codes), i => values[i]);
            // Python's math.fsum of the same numbers
            Assert.That(a.Sum(reproducible: true), Is.EqualTo(1.003556727651068e+32));
        }
    }

    [MpiTest(2, 3)]
    public void BegunReductions_GoOnWhileOthersRun(Communicator world)
    {
        using var a = Np.FromFunction<double>(new Distribution(world, [10], "b"), i => i);
        ReductionRequest<double> sum = a.BeginSum(), norm = a.BeginNorm(), most = a.BeginMax();
        Assert.That(a.Mean(), Is.EqualTo(4.5), "another collective call meanwhile");
        Assert.That((most.Wait(), sum.Wait()), Is.EqualTo((9.0, 45.0)));
        double result;
        while (!norm.Test(out result)) Thread.Yield();
        Assert.That(result, Is.EqualTo(Math.Sqrt(285)));
    }
}
