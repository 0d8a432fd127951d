using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Reductions of a million elements, against C with -ffast-math on the same memory.</summary>
internal static unsafe class ReductionsWorker
{
    private const long N = 1_000_000, Side = 1000, Edge = 100;
    private const double Limit = 1.1;

    public static void Run(Communicator world)
    {
        var self = new SelfCommunicator();
        using var a = Np.FromFunction(new Distribution(self, [N]), Value);
        double* pa = a.Block.Pointer;
        var turns = new Turns(world);
        All(turns, "Sum()", () => a.Sum(), () => Peers.Sum(pa, N));
        All(turns, "Max()", () => a.Max(), () => Peers.Max(pa, N));
        All(turns, "Var()", () => a.Var(), () => Peers.Var(pa, N));
        All(turns, "Norm()", () => a.Norm(), () => Peers.Norm(pa, N));
        All(turns, "ArgMax()", () => a.ArgMax(), () => Peers.ArgMax(pa, N));

        using var matrix = Np.FromFunction(new Distribution(self, [Side, Side]), (i, j) => Value(i * Side + j));
        using var cube = Np.FromFunction(new Distribution(self, [Edge, Edge, Edge]), (i, j, k) => Value((i * Edge + j) * Edge + k));
        double* pm = matrix.Block.Pointer, pc = cube.Block.Pointer;
        Along(turns, "Sum(axis: 0) of a matrix", () => matrix.Sum(axis: 0), result => Peers.SumMiddle(result, pm, 1, Side, Side), Side);
        Along(turns, "Sum(axis: 1) of a matrix", () => matrix.Sum(axis: 1), result => Peers.SumLast(result, pm, Side, Side), Side);
        Along(turns, "Sum(axis: 1) of three", () => cube.Sum(axis: 1), result => Peers.SumMiddle(result, pc, Edge, Edge, Edge), Edge * Edge);
    }

    private delegate void Peer(double* result);

    private static double Value(long i) => (double)(i * 7919 % N) / N;

    private static void All(Turns turns, string work, Func<double> ours, Func<double> c)
    {
        work += ", 1e6";
        turns.Try(work, "C", Limit, () => turns.Measure(work, () => ours(), new Rival("C", Limit, turns.Clock(() => c()), () => Agreement.Problem(ours(), c()))));
    }

    private static void Along(Turns turns, string work, Func<DistArray<double>> ours, Peer c, long results)
    {
        work += ", 1e6";
        turns.Try(work, "C", Limit, () =>
        {
            using var memory = Np.Zeros<double>(new Distribution(new SelfCommunicator(), [results]));
            double* pointer = memory.Block.Pointer;
            using DistArray<double> sums = ours();
            turns.Measure(work, () => ours().Dispose(), turns.Rival("C", Limit, () => c(pointer), memory, sums.LocalToArray()));
        });
    }
}
