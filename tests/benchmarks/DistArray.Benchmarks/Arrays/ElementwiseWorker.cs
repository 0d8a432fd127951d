using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Fused expressions over whole arrays of one size.</summary>
internal static unsafe class ElementwiseWorker
{
    public static void Run(Communicator world, string[] arguments)
    {
        using var contest = new ElementwiseContest(world, arguments);
        long n = contest.N;
        var distribution = new Distribution(new SelfCommunicator(), [n]);
        using var a = Np.FromFunction(distribution, contest.A);
        using var b = Np.FromFunction(distribution, contest.B);
        using var c = Np.FromFunction(distribution, contest.C);
        using var d = Np.Zeros<double>(distribution);
        double* pa = a.Block.Pointer, pb = b.Block.Pointer, pc = c.Block.Pointer, pd = d.Block.Pointer;

        // Above the cache, stores past it are expected of us.
        double limit = n > 10_000_000 ? 0.85 : 1.1;
        contest.Measure("d.Assign(a + b * c)", "add_multiply", d, () => d.Assign(a + b * c), () => Peers.AddMultiply(pd, pa, pb, pc, n), limit, 1);
        contest.Measure("d.Assign(Np.Sqrt(a * a + b * b))", "hypotenuse", d, () => d.Assign(Np.Sqrt(a * a + b * b)), () => Peers.Hypotenuse(pd, pa, pb, n), limit, 1);
        contest.Measure("d.Assign(Np.Where(a > b, a, b))", "where", d, () => d.Assign(Np.Where(a > b, a, b)), () => Peers.Where(pd, pa, pb, n), limit, 1);
        contest.Measure("d.Assign(Np.Sin(a) * Np.Exp(-b) + c)", "wave", d, () => d.Assign(Np.Sin(a) * Np.Exp(-b) + c), () => Peers.Wave(pd, pa, pb, pc, n), 1.3);
        if (n == 1_000_000) contest.Measure("a fresh result, (a + b * c).Evaluate()", () => (a + b * c).Evaluate(), () => Peers.AddMultiply(pd, pa, pb, pc, n), d);
    }
}
