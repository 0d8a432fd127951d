using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Fused expressions over arrays of one size, against C on the same memory, NumPy and numexpr.</summary>
internal static unsafe class ElementwiseWorker
{
    /// <summary>Measures all works of a size.</summary>
    public static void Run(Communicator world, string[] arguments)
    {
        long n = long.Parse(arguments[0]);
        string size = arguments[1];
        var distribution = new Distribution(new SelfCommunicator(), [n]);
        using var a = Np.FromFunction(distribution, i => (double)i / n + 0.1);
        using var b = Np.FromFunction(distribution, i => 1 - (double)i / (2 * n));
        using var c = Np.FromFunction(distribution, i => (i + 3.0) / n);
        using var d = Np.Zeros<double>(distribution);
        double* pa = a.Block.Pointer, pb = b.Block.Pointer, pc = c.Block.Pointer, pd = d.Block.Pointer;

        // Above the cache, stores past it are expected of us.
        double limit = n > 10_000_000 ? 0.85 : 1.1;
        var turns = new Turns(world);
        using var python = new PythonPeer();
        turns.Measure($"d.Assign(a + b * c), {size}", () => d.Assign(a + b * c),
            [new("C", limit, turns.Clock(() => Peers.AddMultiply(pd, pa, pb, pc, n))), .. python.Rivals("add_multiply", n)]);
    }
}
