using System.Runtime.Intrinsics;
using DistArray.Benchmarks.Arrays;
using DistArray.Mpi;
using DistArray.Trilinos;

namespace DistArray.Benchmarks.Solvers;

/// <summary>Solves, assembly and products over Trilinos, against C++ in the same job.</summary>
internal static unsafe class TrilinosWorker
{
    private static readonly double SolutionAgrees = 1e-6;

    public static void Run(Communicator world)
    {
        var turns = new Turns(world, longest: 20, fewest: 5);
        if (IsWanted("solves"))
        {
            Solve(world, turns, "512²", 2, 512);
            Solve(world, turns, "96³", 3, 96);
        }
        if (IsWanted("assembly")) Assemble(world, turns);
        if (IsWanted("products") && world.Size == 1) Products(world, turns);
    }

    private static bool IsWanted(string part) => Settings.Only is not { } only || part.StartsWith(only, StringComparison.Ordinal);

    // Rows by blocks of planes, as C++ is told to have them.
    private static void Solve(Communicator world, Turns turns, string size, int ndim, long n)
    {
        long[] shape = [.. Enumerable.Repeat(n, ndim)];
        var d = new Distribution(world, shape);
        using TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(d, Stencil.NegativeLaplacian([.. Enumerable.Repeat(1.0 / (n + 1), ndim)]));
        long first = a.Range.LocalSize > 0 ? a.Range.Indices()[0] : 0;
        using DistArray<double> b = Np.Zeros<double>(d), x = Np.Zeros<double>(d);
        Span<double> right = b.LocalSpan;
        for (int row = 0; row < right.Length; row++) right[row] = 1 + Math.Sin((double)(first + row));
        // Both get what is our default here.
        ParameterList parameters = MueLuPreconditioner.Defaults(a);
        string xml = parameters.ToXml();
        nint peer = TrilinosPeers.Create(ndim, n, a.Range.LocalSize);
        int iterations = 0;

        void CG()
        {
            using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(a);
            x.Fill(0);
            using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, a) { Preconditioner = multigrid };
            iterations = Solved(solver.Solve(b, x));
        }

        void Gmres()
        {
            using Ifpack2Preconditioner ilut = Ifpack2Preconditioner.Ilut(a, 2);
            x.Fill(0);
            using var solver = new BelosSolver(BelosMethod.PseudoBlockGmres, a) { Preconditioner = ilut, Restart = 60 };
            iterations = Solved(solver.Solve(b, x));
        }

        string ranks = $"{world.Size} rank{(world.Size > 1 ? "s" : "")}";
        Measure($"CG + MueLu, {size}, {ranks}", CG, () => TrilinosPeers.SolveByCG(peer, xml));
        Measure($"GMRES + ILUT, {size}, {ranks}", Gmres, () => TrilinosPeers.SolveByGmres(peer));
        TrilinosPeers.Free(peer);

        void Measure(string work, Action ours, Func<int> theirs)
        {
            ours();
            double[] mine = x.LocalToArray();
            int needed = iterations;
            turns.Measure(work, ours, new Rival("C++", 1.03, turns.Clock(() => theirs()), () =>
            {
                int others = theirs();
                if (others != needed) return $"C# needs {needed} iterations, C++ {others}.";
                var solution = new double[mine.Length];
                fixed (double* to = solution) TrilinosPeers.Solution(peer, to);
                double largest = mine.Max(Math.Abs), difference = mine.Zip(solution, (p, q) => Math.Abs(p - q)).Max();
                return difference <= SolutionAgrees * largest ? null : $"The solutions differ by {difference:g2} of {largest:g2}.";
            }));
        }
    }

    private static int Solved(SolveResult result) => result.Converged && result.Residual < 2e-8
        ? result.Iterations
        : throw new InvalidOperationException($"The solve is not good enough: {result}.");

    // Every rank brings the entries of its rows, in any order, and two more to each diagonal entry of a hundredth of all rows, whoever has them.
    private static void Assemble(Communicator world, Turns turns)
    {
        const long n = 1000;
        TpetraMap map = TpetraMap.Of(new Distribution(world, [n, n]));
        List<long> rows = [], columns = [];
        List<double> values = [];
        foreach (long row in map.Indices())
        {
            foreach ((long column, double value) in (ReadOnlySpan<(long, double)>)[(row - n, -1), (row - 1, -1), (row, 4), (row + 1, -1), (row + n, -1)])
            {
                if (column < 0 || column >= n * n || (column != row && Math.Abs(column - row) == 1 && column / n != row / n)) continue;
                rows.Add(row);
                columns.Add(column);
                values.Add(value);
            }
        }
        for (long row = world.Rank; row < n * n; row += 100)
        {
            for (int twice = 0; twice < 2; twice++)
            {
                rows.Add(row);
                columns.Add(row);
                values.Add(0.5 + twice);
            }
        }
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        new Random(world.Rank).Shuffle(order);
        long[] i = [.. order.Select(k => rows[k])], j = [.. order.Select(k => columns[k])];
        double[] v = [.. order.Select(k => values[k])];
        double sum = 0;
        turns.Measure($"assembly of 1e6 rows from {(world.Size == 1 ? "" : "each rank's ")}triplets, {world.Size} rank{(world.Size > 1 ? "s" : "")}", Ours, new Rival("C++", 1.5, turns.Clock(() => Theirs()), () =>
        {
            Ours();
            double others = Theirs();
            return Math.Abs(others - sum) <= 1e-9 * Math.Abs(sum) ? null : $"The sums over the entries differ: C# {sum}, C++ {others}.";
        }));

        void Ours()
        {
            using TpetraCrsMatrix a = TpetraCrsMatrix.FromTriplets(map, i, j, v);
            // As C++ does: a look at each entry.
            long[] at = a.Columns();
            ReadOnlySpan<double> all = a.Values;
            sum = 0;
            for (int k = 0; k < at.Length; k++) sum += all[k] * (1 + (at[k] % 7));
        }

        double Theirs()
        {
            fixed (long* row = i, column = j)
            fixed (double* value = v) return TrilinosPeers.Assemble(map.LocalSize, i.Length, row, column, value);
        }
    }

    private static void Products(Communicator world, Turns turns)
    {
        foreach (long n in (long[])[32, 1024])
        {
            var d = new Distribution(world, [n, n]);
            using TpetraOperator ours = TpetraOperator.FromFunction(d, Laplacian);
            Product(turns, n == 1024 ? $"matrix-free Laplacian {n}²" : $"matrix-free Laplacian {n}², the call's cost in it", n == 1024 ? 1.1 : null, ours, isLaplacian: true, n, Np.FromFunction(d, (long i, long j) => Math.Sin((double)((7 * i) + j))));
        }
        using TpetraOperator identity = TpetraOperator.FromFunction(new Distribution(world, [4L]), (p, q) =>
        {
            double* source = p.Pointer, target = q.Pointer;
            for (int k = 0; k < 4; k++) target[k] = source[k];
        });
        using DistArray<double> u = Np.Arange<double>(world, 4);
        Product(turns, TrilinosBenchmark.Callback, null, identity, isLaplacian: false, 4, u);
        turns.Measure(TrilinosBenchmark.Wrapping, () => TpetraVector.Wrap(u).Dispose(), new Rival("nothing", null, turns.Clock(() => { }), () => null));
    }

    private static void Product(Turns turns, string work, double? limit, TpetraOperator ours, bool isLaplacian, long n, DistArray<double> x)
    {
        using DistArray<double> y = Np.Zeros<double>(x.Distribution);
        using TpetraMultiVector<double> from = TpetraVector.Wrap(x), to = TpetraVector.Wrap(y);
        nint peer = TrilinosPeers.CreateProduct(isLaplacian ? 1 : 0, n, x.LocalView.Pointer);
        ours.Apply(from, to);
        double[] expected = y.LocalToArray();
        turns.Measure(work, () => ours.Apply(from, to), new Rival("C++", limit, turns.Clock(() => TrilinosPeers.Apply(peer)), () =>
        {
            var result = new double[expected.Length];
            TrilinosPeers.Apply(peer);
            fixed (double* there = result) TrilinosPeers.Result(peer, there);
            return Agreement.Problem(expected, result);
        }));
        TrilinosPeers.FreeProduct(peer);
    }

    // As C# says it: vectors along the rows, whose ends and whose first and last have fewer neighbours.
    private static void Laplacian(LocalView<double> x, LocalView<double> y)
    {
        int rows = x.Shape[0], columns = x.Shape[1];
        double* zeros = stackalloc double[columns];
        new Span<double>(zeros, columns).Clear();
        double* row = x.Pointer, to = y.Pointer;
        for (int i = 0; i < rows; i++, row += columns, to += columns)
        {
            double* up = i > 0 ? row - columns : zeros, down = i < rows - 1 ? row + columns : zeros;
            int k = 1;
            to[0] = (4 * row[0]) - row[1] - up[0] - down[0];
            for (; k <= columns - 1 - Vector512<double>.Count; k += Vector512<double>.Count)
                ((4 * Vector512.Load(row + k)) - Vector512.Load(row + k - 1) - Vector512.Load(row + k + 1) - Vector512.Load(up + k) - Vector512.Load(down + k)).Store(to + k);
            for (; k < columns - 1; k++) to[k] = (4 * row[k]) - row[k - 1] - row[k + 1] - up[k] - down[k];
            to[k] = (4 * row[k]) - row[k - 1] - up[k] - down[k];
        }
    }
}
