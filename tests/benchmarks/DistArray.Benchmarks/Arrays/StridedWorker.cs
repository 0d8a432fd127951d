using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Fused expressions over parts of matrices, and over a matrix, a row and a column.</summary>
internal static unsafe class StridedWorker
{
    private const double Limit = 1.2;

    public static void Run(Communicator world, string[] arguments)
    {
        using var contest = new ElementwiseContest(world, arguments);
        long side = (long)Math.Sqrt(contest.N);
        Interior(contest, side);
        Broadcast(contest, side);
    }

    private static void Interior(ElementwiseContest contest, long side)
    {
        long pitch = side + 2;
        var distribution = new Distribution(new SelfCommunicator(), [pitch, pitch]);
        using var a = Np.FromFunction(distribution, (i, j) => contest.A((i * pitch + j) % contest.N));
        using var b = Np.FromFunction(distribution, (i, j) => contest.B((i * pitch + j) % contest.N));
        using var c = Np.FromFunction(distribution, (i, j) => contest.C((i * pitch + j) % contest.N));
        using var d = Np.Zeros<double>(distribution);
        double* pa = a.Block.Pointer, pb = b.Block.Pointer, pc = c.Block.Pointer, pd = d.Block.Pointer;
        DistArray<double> ai = a[1..^1, 1..^1], bi = b[1..^1, 1..^1], ci = c[1..^1, 1..^1], di = d[1..^1, 1..^1];
        contest.Measure("interiors, d.Assign(a + b * c)", "interior", di, () => di.Assign(ai + bi * ci), () => Peers.Interior(pd, pa, pb, pc, side), Limit);
    }

    private static void Broadcast(ElementwiseContest contest, long side)
    {
        var self = new SelfCommunicator();
        var distribution = new Distribution(self, [side, side]);
        using var a = Np.FromFunction(distribution, (i, j) => contest.A(i * side + j));
        using var row = Np.FromFunction(new Distribution(self, [side]), contest.B);
        using var column = Np.FromFunction(new Distribution(self, [side, 1]), (i, _) => contest.C(i));
        using var d = Np.Zeros<double>(distribution);
        double* pa = a.Block.Pointer, pr = row.Block.Pointer, pc = column.Block.Pointer, pd = d.Block.Pointer;
        contest.Measure("d.Assign(a * row + column)", "broadcast", d, () => d.Assign(a * row + column), () => Peers.Broadcast(pd, pa, pr, pc, side), Limit);
    }
}
