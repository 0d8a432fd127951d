using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Updates of the halo of a cube on two ranks, periodic along the divided axis, against C's pack, MPI_Isend, MPI_Irecv and unpack.</summary>
internal static unsafe class HaloWorker
{
    private const int Side = 256;

    public static void Run(Communicator world)
    {
        Own(world, 0, "contiguous faces", 0.35);
        Own(world, 2, "innermost faces", 0.95);
        OfFortran(world, 2, "contiguous faces", 1.1);
        OfFortran(world, 0, "innermost faces", 1.1);
    }

    // C works on memory of its own.
    private static void Own(Communicator world, int axis, string faces, double limit)
    {
        Distribution distribution = Divided(world, axis);
        using var u = Np.FromFunction(distribution, Value);
        using var memory = new PeerMemory(distribution);
        memory.Array.Assign(u);
        ReadOnlySpan<int> n = distribution.LocalShape;
        Measure(world, $"halo 256³, 2 ranks, {faces}, own array", u, memory.Array, memory.Pointer, Peers.CreateHalo(n[0], n[1], n[2], axis, 1), axis, limit);
    }

    // Both work on the same memory, in column-major order; C sees its axes the other way round.
    private static void OfFortran(Communicator world, int axis, string faces, double limit)
    {
        Distribution distribution = Divided(world, axis);
        ReadOnlySpan<int> n = distribution.LocalShape;
        int[] shape = distribution.LocalShapeWithHalo.ToArray();
        double* pointer = Peers.AllocateField(shape[0], shape[1], shape[2]);
        long bytes = (long)shape[0] * shape[1] * shape[2] * sizeof(double);
        var block = new LocalBlock<double>(pointer, shape, [1, shape[0], (long)shape[0] * shape[1]], new ForeignMemory(pointer, bytes, "u of Fortran"));
        using (var u = DistArray<double>.Wrap(distribution, block))
        {
            using (var values = Np.FromFunction(distribution, Value)) u.Assign(values);
            Measure(world, $"halo 256³, 2 ranks, {faces}, Fortran's array", u, u, pointer, Peers.CreateHalo(n[2], n[1], n[0], 2 - axis, 1), axis, limit);
        }
        Peers.DeallocateField();
    }

    private static void Measure(Communicator world, string work, DistArray<double> ours, DistArray<double> theirs, double* memory, nint halo, int axis, double limit)
    {
        var rival = new Rival("C pack + Isend/Irecv", limit, calls => Peers.ExchangeHalo(halo, memory, calls), () =>
        {
            Ghosts(ours, axis, clear: true);
            ours.UpdateHalo();
            string? problem = Ghosts(ours, axis, clear: false) is { } wrong ? "Ours: " + wrong : null;
            Ghosts(theirs, axis, clear: true);
            Peers.ExchangeHalo(halo, memory, 1);
            return problem ?? Ghosts(theirs, axis, clear: false);
        });
        new Turns(world).Measure(work, () => ours.UpdateHalo(), rival);
        Peers.FreeHalo(halo);
    }

    private static Distribution Divided(Communicator world, int axis)
    {
        var periodic = new bool[3];
        periodic[axis] = true;
        return new Distribution(world, [Side, Side, Side], axis == 0 ? "bnn" : "nnb", haloLow: [1, 1, 1], haloHigh: [1, 1, 1], periodic: periodic);
    }

    private static double Value(long i, long j, long k) => (i * Side + j) * Side + k;

    // Makes the faces of ghosts along the axis wrong, or says whether they are.
    private static string? Ghosts(DistArray<double> array, int axis, bool clear)
    {
        LocalView<double> stored = array.LocalViewWithHalo;
        IndexRange owned = array.LocalRange(axis);
        Span<int> at = stackalloc int[3];
        Span<long> global = stackalloc long[3];
        int x = axis == 0 ? 1 : 0, y = axis == 2 ? 1 : 2;
        foreach (int side in (int[])[0, stored.Shape[axis] - 1])
        {
            at[axis] = side;
            global[axis] = (owned.Start + side - 1 + Side) % Side;
            for (int i = 1; i <= Side; i++)
            {
                for (int j = 1; j <= Side; j++)
                {
                    (at[x], at[y], global[x], global[y]) = (i, j, i - 1, j - 1);
                    ref double ghost = ref stored[at];
                    if (clear) ghost = double.NaN;
                    else if (ghost != Value(global[0], global[1], global[2])) return $"The ghost at ({at[0]}, {at[1]}, {at[2]}) is {ghost:R}.";
                }
            }
        }
        return null;
    }
}
