using DistArray;
using DistArray.Mpi;

MpiEnvironment.Run(args, world =>
{
    // A pulse on a periodic square of 6 x 8 cells, in blocks over a grid of ranks, with one layer of ghosts.
    var grid = new Distribution(world, [6, 8], "bb", haloLow: [1, 1], haloHigh: [1, 1], periodic: [true, true]);
    DistArray<double> u = Np.FromFunction(grid, (i, j) => i == 2 && j == 3 ? 100.0 : 0.0), next = Np.ZerosLike(u);

    // A stencil is an expression: the exchange of ghosts starts here, and the inside is computed while they are on the way.
    for (int step = 0; step < 20; step++)
    {
        next.Assign(u + 0.1 * (u.Shift(0, 1) + u.Shift(0, -1) + u.Shift(1, 1) + u.Shift(1, -1) - 4.0 * u));
        (u, next) = (next, u);
    }
    Print("after 20 steps", u);
    double total = u.Sum();

    // Operands of other distributions come by themselves; views are NumPy's, and writes go through.
    DistArray<double> weights = Np.FromFunction(new Distribution(world, [8], "c"), j => j / 10.0);   // dealt out one by one
    DistArray<double> profile = (u * weights).Sum(axis: 0);                                          // one fused pass, no temporaries
    Print("weighted profile", profile);
    u[1..^1, Np.Slice(null, null, -2)] = -1.0;
    Print("every other column from the right", u);

    // Masks, sorting out, another distribution, a new shape.
    DistArray<double> large = u[u > 1.5];
    DistArray<double> columns = u.Redistribute("nb");
    double[] corner = columns[..2, ..2].Reshape([4]).ToArray();
    long largest = u.ArgMax();                                    // collective, too: outside of the 'if'
    if (world.Rank == 0) Console.WriteLine($"sum {total:F6}, {large.Size} elements above 1.5, corner [{string.Join(", ", corner.Select(x => x.ToString("F3")))}], largest at {largest}");

    void Print(string title, DistArray<double> array)
    {
        string text = array.Format(precision: 2);   // collective: every rank takes part
        if (world.Rank == 0) Console.WriteLine($"{title}\n{text}");
    }
});
