using System.Numerics;

namespace DistArray.Core.Tests.Reductions;

/// <summary>Reductions that are under way while other work is done.</summary>
public class BeginTests
{
    [Test]
    public void BegunReductions_GiveWhatTheOthersDo([Values(1, 2, 3, 7)] int size, [Values("b", "c", "n")] string codes) => ThreadCommunicator.Run(size, comm =>
    {
        using var a = Np.FromFunction<double>(new Distribution(comm, [23], codes), i => (i * 7 % 23) - 11.5);
        using var f = Np.FromFunction<float>(new Distribution(comm, [23], codes), i => i == 20 ? float.NaN : i);
        using var n = Np.FromFunction<long>(new Distribution(comm, [23], codes), i => i % 2 == 0 ? long.MaxValue : -long.MaxValue);
        using var c = Np.FromFunction<Complex>(new Distribution(comm, [23], codes), i => new Complex(i, 1));
        ReductionRequest<double> sum = a.BeginSum(), norm = a.BeginNorm(), least = a.BeginMin(), most = a.BeginMax(), dot = Np.BeginDot(a, a);
        ReductionRequest<float> nan = f.BeginMax();
        ReductionRequest<long> large = n.BeginSum();
        ReductionRequest<Complex> complex = c.BeginSum();
        a.Fill(0); // what was begun has read its elements
        Assert.That(sum.Wait(), Is.EqualTo(-11.5));
        double squares = Enumerable.Range(0, 23).Sum(i => (i - 11.5) * (i - 11.5));
        Assert.That(norm.Wait(), Is.EqualTo(Math.Sqrt(squares)).Within(1e-13));
        Assert.That(dot.Wait(), Is.EqualTo(squares).Within(1e-12));
        Assert.That((least.Wait(), most.Wait()), Is.EqualTo((-11.5, 10.5)));
        Assert.That(nan.Wait(), Is.NaN);
        Assert.That(large.Wait(), Is.EqualTo(long.MaxValue));
        Assert.That(complex.Wait(), Is.EqualTo(new Complex(253, 23)));
        Assert.That(sum.Wait(), Is.EqualTo(-11.5), "a second time");
    });

    [Test]
    public void Test_TellsWhenTheResultIsThere() => ThreadCommunicator.Run(2, comm =>
    {
        using var a = Np.FromFunction<int>(new Distribution(comm, [5], "b"), i => (int)i + 1);
        if (comm.Rank == 1) comm.Receive<int>(0, 3);
        ReductionRequest<int> sum = a.BeginSum();
        if (comm.Rank == 0)
        {
            Assert.That(sum.Test(out _), Is.False, "rank 1 has not begun");
            comm.Send(1, 1, 3);
        }
        int result;
        while (!sum.Test(out result)) Thread.Yield();
        Assert.That(result, Is.EqualTo(15));
    });

    [Test]
    public void Wait_ThrowsOverflowOnEveryRank_EachTime() => ThreadCommunicator.Run(3, comm =>
    {
        using var a = Np.Full(new Distribution(comm, [30], "b"), (sbyte)100);
        ReductionRequest<sbyte> sum = a.BeginSum();
        Assert.That(() => sum.Wait(), Throws.TypeOf<OverflowException>().With.Message.Contains("3000"));
        Assert.That(() => sum.Wait(), Throws.TypeOf<OverflowException>());
        Assert.That(() => sum.Test(out _), Throws.TypeOf<OverflowException>());
        Assert.That(a.BeginSum<int>().Wait(), Is.EqualTo(3000));
    });
}
