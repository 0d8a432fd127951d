using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>The 7-point Laplacian as an expression over an array whose halo is current, against gfortran on the same memory.</summary>
internal static unsafe class StencilWorker
{
    public static void Run(Communicator world)
    {
        var turns = new Turns(world);
        foreach (int side in (int[])[32, 64, 128]) Measure(turns, side);
    }

    private static void Measure(Turns turns, int side)
    {
        string work = $"7-point Laplacian, {side}³";
        turns.Try(work, "gfortran", 1.25, () =>
        {
            var distribution = new Distribution(new SelfCommunicator(), [side, side, side], "bnn", haloLow: [1, 1, 1], haloHigh: [1, 1, 1]);
            using var u = Np.Zeros<double>(distribution);
            using var d = Np.Zeros<double>(distribution);
            Span<double> stored = u.LocalViewWithHalo.Span;
            for (int i = 0; i < stored.Length; i++) stored[i] = (double)(i * 7919L % 1_000_003) / 1_000_003;
            double* pu = u.Block.Pointer, pd = d.Block.Pointer;

            DistArray<double> west = u.Shift(2, -1), east = u.Shift(2, 1), south = u.Shift(1, -1), north = u.Shift(1, 1), below = u.Shift(0, -1), above = u.Shift(0, 1);
            void Ours() => d.Assign(west + east + south + north + below + above - 6 * u);
            Ours();
            turns.Measure(work, Ours, turns.Rival("gfortran", 1.25, () => Peers.Laplacian(pd, pu, side), d, d.LocalToArray()));
        });
    }
}
