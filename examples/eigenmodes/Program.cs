using DistArray;
using DistArray.Mpi;
using DistArray.Trilinos;
using ScottPlot;

if (args is not ([] or [[not '-', ..]]))
{
    Console.Error.WriteLine("usage: eigenmodes [FOLDER]");
    Environment.Exit(2);
}
string folder = args is [var given] ? given : "eigenmodes-out";

MpiEnvironment.Run(args, world =>
{
    // A square drum: −∇²u = λ u with u = 0 around, λ = π² (i² + j²) as the grid gets finer.
    const int n = 63;
    const double h = 1.0 / (n + 1);
    var square = new Distribution(world, [n, n]);
    using TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(square, Stencil.NegativeLaplacian(h, h));
    using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(a);
    using EigenResult modes = new AnasaziSolver(AnasaziMethod.Lobpcg, a, count: 4) { Preconditioner = multigrid, Target = EigenTarget.SmallestReal }.Solve().ThrowIfNotConverged();
    double[] discrete = [.. new[] { (1, 1), (1, 2), (2, 1), (2, 2) }.Select(m => 4 / (h * h) * (Math.Pow(Math.Sin(m.Item1 * Math.PI * h / 2), 2) + Math.Pow(Math.Sin(m.Item2 * Math.PI * h / 2), 2)))];
    double[] exact = [.. new[] { 2, 5, 5, 8 }.Select(sum => sum * Math.PI * Math.PI)];
    Tell("square drum, 63² points, LOBPCG + MueLu");
    for (int k = 0; k < 4; k++)
        Tell($"  λ{k + 1} = {modes.Values[k].Real:f4}   grid's closed form {discrete[k]:f4}   membrane {exact[k]:f4}   residual {modes.Residuals[k]:0e+0}");

    // A round one of radius 1: the points outside of the circle are rows of their own, far above the spectrum that is looked for.
    const int m = 127;
    const double w = 2.0 / (m + 1);
    var around = new Distribution(world, [m, m]);
    TpetraMap map = TpetraMap.Of(around);
    List<long> i = [], j = [];
    List<double> v = [];
    foreach (long row in map.Indices())
    {
        (long p, long q) = (row / m, row % m);
        bool isInside = Inside(p, q);
        Add(row, row, (isInside ? 4 : 1000) / (w * w));
        if (!isInside) continue;
        if (Inside(p - 1, q)) Add(row, row - m, -1 / (w * w));
        if (Inside(p + 1, q)) Add(row, row + m, -1 / (w * w));
        if (Inside(p, q - 1)) Add(row, row - 1, -1 / (w * w));
        if (Inside(p, q + 1)) Add(row, row + 1, -1 / (w * w));
    }
    using TpetraCrsMatrix drum = TpetraCrsMatrix.FromTriplets(map, i.ToArray(), j.ToArray(), v.ToArray());
    using MueLuPreconditioner grids = MueLuPreconditioner.Create(drum);
    using EigenResult tones = new AnasaziSolver(AnasaziMethod.Lobpcg, drum, count: 6) { Preconditioner = grids, Target = EigenTarget.SmallestReal, Tolerance = 1e-7 }.Solve().ThrowIfNotConverged();
    // Squares of the zeros of Bessel's functions J0, J1 (twice), J2 (twice), J0.
    double[] bessel = [2.404825557695773, 3.831705970207512, 3.831705970207512, 5.135622301840683, 5.135622301840683, 5.520078110286311];
    Tell("round drum, 127² points around it");
    for (int k = 0; k < 6; k++) Tell($"  λ{k + 1} = {tones.Values[k].Real:f3}   membrane {bessel[k] * bessel[k]:f3}   tone {Math.Sqrt(tones.Values[k].Real / tones.Values[0].Real):f3} of the lowest");

    double[]? vectors = tones.Vectors!.AsDistArray().Gather();
    if (world.Rank > 0) return;
    Directory.CreateDirectory(folder);
    Save(Path.Combine(folder, "modes.png"), vectors!, [.. tones.Values.Select(value => value.Real)]);

    bool Inside(long p, long q) => Math.Pow(((p + 1) * w) - 1, 2) + Math.Pow(((q + 1) * w) - 1, 2) < 1;

    void Add(long row, long column, double value)
    {
        i.Add(row);
        j.Add(column);
        v.Add(value);
    }

    void Tell(string text)
    {
        if (world.Rank == 0) Console.WriteLine(text);
    }

    // Six maps in two rows; vectors are gathered in the order (x, y, mode).
    static void Save(string path, double[] vectors, double[] values)
    {
        var figure = new Multiplot();
        figure.AddPlots(6);
        figure.Layout = new ScottPlot.MultiplotLayouts.Grid(rows: 2, columns: 3);
        for (int mode = 0; mode < 6; mode++)
        {
            var rows = new double[m, m];
            for (int x = 0; x < m; x++)
                for (int y = 0; y < m; y++) rows[m - 1 - y, x] = vectors[(((x * m) + y) * 6) + mode];
            Plot plot = figure.GetPlot(mode);
            double top = rows.Cast<double>().Max(Math.Abs);
            var map = plot.Add.Heatmap(rows);
            map.Colormap = new ScottPlot.Colormaps.Balance();
            map.ManualRange = new ScottPlot.Range(-top, top);     // nothing is in the middle
            plot.Title($"λ = {values[mode]:f2}");
            plot.HideAxesAndGrid();
            plot.Axes.SquareUnits();
        }
        figure.SavePng(path, 900, 620);
    }
});
