using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>An expression on few elements, so that what is measured is its building, fusing and starting.</summary>
internal static unsafe class OverheadWorker
{
    private const long N = 100;

    public static void Run(Communicator world)
    {
        var distribution = new Distribution(new SelfCommunicator(), [N]);
        using var a = Np.FromFunction(distribution, i => i + 0.5);
        using var b = Np.FromFunction(distribution, i => 1 - i / 200.0);
        using var c = Np.FromFunction(distribution, i => (i + 3) / 100.0);
        using var d = Np.Zeros<double>(distribution);
        double* pa = a.Block.Pointer, pb = b.Block.Pointer, pc = c.Block.Pointer, pd = d.Block.Pointer;
        d.Assign(a + b * c);
        var turns = new Turns(world);
        turns.Measure("overhead", () => d.Assign(a + b * c), turns.Rival("C", null, () => Peers.AddMultiply(pd, pa, pb, pc, N), d, d.LocalToArray()));
    }
}
