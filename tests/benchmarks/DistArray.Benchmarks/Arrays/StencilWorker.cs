using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>The 7-point Laplacian as an expression over an array within ghosts of physical ends, against gfortran on the same memory.</summary>
internal static unsafe class StencilWorker
{
    public static void Run(Communicator world)
    {
        var turns = new Turns(world);
        foreach (int side in (int[])[32, 64, 128])
        {
            var distribution = new Distribution(new SelfCommunicator(), [side, side, side], "bnn", haloLow: [1, 1, 1], haloHigh: [1, 1, 1]);
            using var u = Np.Zeros<double>(distribution);
            using var d = Np.Zeros<double>(distribution);
            Span<double> stored = u.LocalViewWithHalo.Span;
            for (int i = 0; i < stored.Length; i++) stored[i] = (double)(i * 7919L % 1_000_003) / 1_000_003;

            Measure(turns, $"7-point Laplacian, {side}³, of u.Shift(axis, ±1)", side, u, d, 1.25, () => d.Assign(
                u.Shift(2, -1) + u.Shift(2, 1) + u.Shift(1, -1) + u.Shift(1, 1) + u.Shift(0, -1) + u.Shift(0, 1) - 6 * u));

            // The same without the exchange that every shift is.
            DistArray<double> west = Window(u, 2, -1), east = Window(u, 2, 1), south = Window(u, 1, -1), north = Window(u, 1, 1), below = Window(u, 0, -1), above = Window(u, 0, 1);
            Measure(turns, $"7-point Laplacian, {side}³, of views", side, u, d, null, () => d.Assign(west + east + south + north + below + above - 6 * u));
        }
    }

    private static void Measure(Turns turns, string work, int side, DistArray<double> u, DistArray<double> d, double? limit, Action ours) => turns.Try(work, "gfortran", limit, () =>
    {
        double* pu = u.Block.Pointer, pd = d.Block.Pointer;
        d.Fill(double.NaN);
        ours();
        turns.Measure(work, ours, turns.Rival("gfortran", limit, () => Peers.Laplacian(pd, pu, side), d, d.LocalToArray()));
    });

    // The element at i is that of the array at i + offset along the axis, ghosts as they are.
    private static DistArray<double> Window(DistArray<double> array, int axis, int offset)
    {
        Distribution d = array.Distribution;
        int[] low = [.. d.HaloLow], high = [.. d.HaloHigh];
        low[axis] += offset;
        high[axis] -= offset;
        return DistArray<double>.Wrap(new Distribution(d.Communicator, d.DimMaps, d.Grid, low, high, d.Periodic), array.Block);
    }
}
