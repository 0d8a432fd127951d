using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Reductions of a million elements, against C on the same memory.</summary>
internal static unsafe class ReductionsWorker
{
    private const long N = 1_000_000;

    public static void Run(Communicator world)
    {
        using var a = Np.FromFunction(new Distribution(new SelfCommunicator(), [N]), i => (double)(i * 7919 % N) / N);
        double* pa = a.Block.Pointer;
        var turns = new Turns(world);
        turns.Measure("sum, 1e6", () => a.Sum(), new Rival("C", 1.1, turns.Clock(() => Peers.Sum(pa, N))));
        turns.Measure("max, 1e6", () => a.Max(), new Rival("C", 1.1, turns.Clock(() => Peers.Max(pa, N))));
    }
}
