using DistArray;
using DistArray.Mpi;
using DistArray.Trilinos;
using ScottPlot;

if (args is not ([] or [[not '-', ..]]))
{
    Console.Error.WriteLine("usage: poisson [FOLDER]");
    Environment.Exit(2);
}
string folder = args is [var given] ? given : "poisson-out";

MpiEnvironment.Run(args, world =>
{
    // −∇²u = f with zeros around, u = eˣ sin(πx) y (1 − y): second order, so that half the spacing has a quarter of the error.
    foreach (int n in new[] { 63, 127, 255 })
    {
        (DistArray<double> f, DistArray<double> exact, double h) = Square(world, n);
        using TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(f.Distribution, Stencil.NegativeLaplacian(h, h));
        using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(a);
        using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, a) { Preconditioner = multigrid, Tolerance = 1e-10 };
        using DistArray<double> u = Np.Zeros<double>(f.Distribution);
        SolveResult result = solver.Solve(f, u).ThrowIfNotConverged();          // in the arrays' own memory
        Tell($"2-D {n,3}², assembled, CG + MueLu: {result.Iterations,3} iterations, error {Np.Abs(u - exact).Max():0.0e+0}");
    }

    // The same operator without a matrix: an expression over halos. The preconditioner is one more expression.
    (DistArray<double> right, DistArray<double> solution, double spacing) = Square(world, 127);
    var box = new Distribution(world, right.Shape, "bn", haloLow: [1, 1], haloHigh: [1, 1]);
    using TpetraOperator laplacian = TpetraOperator.FromExpression(box,
        x => (4.0 * x - x.Shift(0, 1) - x.Shift(0, -1) - x.Shift(1, 1) - x.Shift(1, -1)) * (1 / (spacing * spacing)));
    using TpetraCrsMatrix matrix = TpetraCrsMatrix.FromStencil(right.Distribution, Stencil.NegativeLaplacian(spacing, spacing));
    var histories = new Dictionary<string, IReadOnlyList<double>>();
    foreach ((string name, TpetraOperator? preconditioner) in new (string, TpetraOperator?)[]
    {
        ("no preconditioner", null), ("symmetric Gauss–Seidel", Ifpack2Preconditioner.SymmetricGaussSeidel(matrix)),
        ("Chebyshev", Ifpack2Preconditioner.Chebyshev(matrix)), ("multigrid", MueLuPreconditioner.Create(matrix)),
    })
    {
        using DistArray<double> u = Np.Zeros<double>(right.Distribution);
        using (var solver = new BelosSolver(BelosMethod.PseudoBlockCG, laplacian) { Preconditioner = preconditioner })
        {
            SolveResult result = solver.Solve(right, u).ThrowIfNotConverged();
            histories[name] = result.ResidualHistory;
            Tell($"2-D 127², matrix-free, CG, {name}: {result.Iterations} iterations, error {Np.Abs(u - solution).Max():0.0e+0}");
        }
        preconditioner?.Dispose();
    }

    // Three dimensions, columns in Fortran's order, divided along two axes.
    var cube = new Distribution(world, [47, 47, 47], "nbb");
    const double third = 1.0 / 48;
    using TpetraCrsMatrix a3 = TpetraCrsMatrix.FromStencil(cube, Stencil.NegativeLaplacian(third, third, third), MemoryOrder.ColumnMajor);
    using DistArray<double> exact3 = Np.FromFunction(cube, (i, j, k) => Math.Sin(Math.PI * (i + 1) * third) * Math.Sin(2 * Math.PI * (j + 1) * third) * Math.Sin(Math.PI * (k + 1) * third), MemoryOrder.ColumnMajor);
    using DistArray<double> u3 = Np.Zeros<double>(cube, MemoryOrder.ColumnMajor), f3 = (exact3 * (6 * Math.PI * Math.PI)).Copy();
    using (MueLuPreconditioner multigrid = MueLuPreconditioner.Create(a3))
    using (var solver = new BelosSolver(BelosMethod.PseudoBlockCG, a3) { Preconditioner = multigrid })
    {
        SolveResult result = solver.Solve(f3, u3).ThrowIfNotConverged();
        Tell($"3-D  47³, assembled, CG + MueLu: {result.Iterations,3} iterations, error {Np.Abs(u3 - exact3).Max():0.0e+0}");
    }

    double[]? picture = solution.Gather();
    if (world.Rank > 0) return;
    Directory.CreateDirectory(folder);
    SaveConvergence(Path.Combine(folder, "convergence.png"), histories);
    SaveMap(Path.Combine(folder, "solution.png"), picture!, 127);

    void Tell(string text)
    {
        if (world.Rank == 0) Console.WriteLine(text);
    }
});

// f and u on n × n points of the unit square.
static (DistArray<double> F, DistArray<double> U, double H) Square(ICommunicator world, int n)
{
    double h = 1.0 / (n + 1);
    var d = new Distribution(world, [n, n]);
    return (Np.FromFunction(d, (i, j) => F((i + 1) * h, (j + 1) * h)), Np.FromFunction(d, (i, j) => Math.Exp((i + 1) * h) * Math.Sin(Math.PI * (i + 1) * h) * (j + 1) * h * (1 - ((j + 1) * h))), h);

    static double F(double x, double y) =>
        (-Math.Exp(x) * (((1 - (Math.PI * Math.PI)) * Math.Sin(Math.PI * x)) + (2 * Math.PI * Math.Cos(Math.PI * x))) * y * (1 - y)) + (2 * Math.Exp(x) * Math.Sin(Math.PI * x));
}

static void SaveConvergence(string path, Dictionary<string, IReadOnlyList<double>> histories)
{
    using var plot = new Plot();
    foreach ((string name, IReadOnlyList<double> history) in histories)
    {
        var line = plot.Add.ScatterLine(Enumerable.Range(1, history.Count).ToArray(), history.Select(Math.Log10).ToArray());
        line.LegendText = name;
        line.LineWidth = 2;
    }
    plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = power => $"1e{power:0}" };
    plot.Title("Conjugate gradients, 127² points");
    plot.XLabel("iteration");
    plot.YLabel("relative residual");
    plot.ShowLegend(Alignment.UpperRight);
    plot.SavePng(path, 800, 500);
}

static void SaveMap(string path, double[] values, int n)
{
    var rows = new double[n, n];
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) rows[n - 1 - j, i] = values[(i * n) + j];
    using var plot = new Plot();
    var map = plot.Add.Heatmap(rows);
    double h = 1.0 / (n + 1), edge = h / 2;
    map.Position = new CoordinateRect(h, 1 - h, h, 1 - h);        // the middles of the outer cells
    map.Colormap = new ScottPlot.Colormaps.Viridis();
    plot.Add.ColorBar(map);
    plot.Title("−∇²u = f");
    plot.XLabel("x");
    plot.YLabel("y");
    plot.Axes.SetLimits(edge, 1 - edge, edge, 1 - edge);
    plot.SavePng(path, 640, 560);
}
