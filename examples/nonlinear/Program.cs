using DistArray;
using DistArray.Mpi;
using DistArray.Trilinos;
using ScottPlot;

if (args is not ([] or [[not '-', ..]]))
{
    Console.Error.WriteLine("usage: nonlinear [FOLDER]");
    Environment.Exit(2);
}
string folder = args is [var given] ? given : "nonlinear-out";

MpiEnvironment.Run(args, world =>
{
    // Bratu's problem: −∇²u = λ eᵘ on the unit square, u = 0 around. It has solutions up to the fold near λ = 6.808.
    const int n = 63;
    const double h = 1.0 / (n + 1);
    double lambda = 5;
    var square = new Distribution(world, [n, n], "bn", haloLow: [1, 1], haloHigh: [1, 1]);
    using DistArray<double> u = Np.Zeros<double>(new Distribution(world, [n, n]));

    // The Jacobian is the Laplacian with −λ eᵘ on its diagonal: its matrix serves the multigrid alone, the products are differences of the residual.
    using TpetraCrsMatrix matrix = TpetraCrsMatrix.FromStencil(square, Stencil.NegativeLaplacian(h, h));
    using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(matrix);
    var solver = new NoxSolver(square, Residual) { Preconditioner = multigrid, LinearTolerance = 1e-5, Tolerance = 1e-10, AbsoluteTolerance = 1e-9 };

    NonlinearResult result = solver.Solve(u).ThrowIfNotConverged();
    Tell($"λ = 5: {result}, {result.LinearIterations} linear iterations, max u = {u.Max():f5}");
    for (int step = 0; step < result.ResidualHistory.Count; step++) Tell($"  ‖F‖ after step {step}: {result.ResidualHistory[step]:0.0e+0}");

    // Along the branch towards the fold, each solution the start of the next.
    double[] lambdas = [0.5, 1, 2, 3, 4, 5, 6, 6.4, 6.6, 6.7, 6.78, 6.8], tops = new double[lambdas.Length];
    u.Fill(0);
    for (int k = 0; k < lambdas.Length; k++)
    {
        lambda = lambdas[k];
        result = solver.Solve(u).ThrowIfNotConverged();
        tops[k] = u.Max();
        Tell($"λ = {lambda,4}: {result.Iterations} steps, max u = {tops[k]:f5}");
    }

    double[]? values = u.Gather();
    if (world.Rank > 0) return;
    Directory.CreateDirectory(folder);
    SaveBranch(Path.Combine(folder, "branch.png"), lambdas, tops);
    SaveMap(Path.Combine(folder, "solution.png"), values!);

    void Residual(DistArray<double> state, DistArray<double> f) => f.Assign(
        (4.0 * state - state.Shift(0, 1) - state.Shift(0, -1) - state.Shift(1, 1) - state.Shift(1, -1)) * (1 / (h * h)) - lambda * Np.Exp(state));

    void Tell(string text)
    {
        if (world.Rank == 0) Console.WriteLine(text);
    }

    static void SaveBranch(string path, double[] lambdas, double[] tops)
    {
        using var plot = new Plot();
        double[] x = [0, .. lambdas], y = [0, .. tops];
        var line = plot.Add.Scatter(x, y);
        line.LineWidth = 2;
        plot.Add.VerticalLine(6.808124).LinePattern = LinePattern.Dashed;
        plot.Title("Bratu's problem: the lower branch up to the fold");
        plot.XLabel("λ");
        plot.YLabel("max u");
        plot.SavePng(path, 700, 450);
    }

    static void SaveMap(string path, double[] values)
    {
        var rows = new double[n, n];
        for (int x = 0; x < n; x++)
            for (int y = 0; y < n; y++) rows[n - 1 - y, x] = values[(x * n) + y];
        using var plot = new Plot();
        var map = plot.Add.Heatmap(rows);
        map.Position = new CoordinateRect(h, 1 - h, h, 1 - h);        // the middles of the outer cells
        plot.Add.ColorBar(map);
        plot.Title("u at λ = 6.8");
        plot.Axes.SetLimits(h / 2, 1 - (h / 2), h / 2, 1 - (h / 2));
        plot.SavePng(path, 640, 560);
    }
});
