using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Redistribution on two ranks, against C's MPI_Alltoallw with derived types on memory of its own.</summary>
internal static unsafe class RedistributionWorker
{
    /// <summary>The works, by the names that Python gives them.</summary>
    public const string RowsToColumns = "rows to columns", BlockToCyclic = "block to cyclic";

    private const long Side = 4000, Length = 16_000_000;

    /// <summary>Name in the table of a work into an array that exists.</summary>
    public static string Existing(string work) => $"{Size(work)}, target.Assign(source)";

    public static void Run(Communicator world)
    {
        var rows = new Distribution(world, [Side, Side], "bn");
        using (var matrix = Np.FromFunction(rows, (i, j) => (double)(i * Side + j)))
            Measure(world, RowsToColumns, matrix, new Distribution(world, [Side, Side], "nb"), Peers.RowsToColumns(Side));
        using var line = Np.FromFunction(new Distribution(world, [Length], "b"), i => (double)i);
        Measure(world, BlockToCyclic, line, new Distribution(world, [Length], "c"), Peers.BlockToCyclic(Length));
    }

    private static void Measure(Communicator world, string work, DistArray<double> source, Distribution to, nint plan)
    {
        using var target = Np.Empty<double>(to);
        using var from = new PeerMemory(source.Distribution);
        using var into = new PeerMemory(to);
        from.Array.Assign(source);
        double* pointer = from.Pointer, result = into.Pointer;
        var turns = new Turns(world, longest: 5); // there are several rounds of jobs

        target.Fill(double.NaN);
        target.Assign(source);
        double[] existing = target.LocalToArray();
        using (var made = source.Redistribute(to))
        {
            double[] fresh = made.LocalToArray();
            turns.Measure(Existing(work), () => target.Assign(source), Rival(existing));
            turns.Measure($"{Size(work)}, source.Redistribute(distribution)", () => source.Redistribute(to).Dispose(), Rival(fresh));
        }
        Peers.FreeRedistribution(plan);

        Rival Rival(double[] ours) => new("C Alltoallw", null, calls => Peers.Redistribute(plan, pointer, result, calls), () =>
        {
            into.Array.Fill(double.NaN);
            Peers.Redistribute(plan, pointer, result, 1);
            return Wrong(to, ours) ?? Agreement.Problem(ours, into.Array.LocalToArray());
        });
    }

    // Elements are numbered in row-major order.
    private static string? Wrong(Distribution distribution, double[] elements)
    {
        using var expected = distribution.NDim == 2
            ? Np.FromFunction(distribution, (i, j) => (double)(i * Side + j))
            : Np.FromFunction(distribution, i => (double)i);
        return expected.LocalToArray().AsSpan().SequenceEqual(elements) ? null : "Our result is wrong.";
    }

    private static string Size(string work) => work == RowsToColumns ? "rows → columns 4000², 2 ranks" : "block → cyclic 16e6, 2 ranks";
}
