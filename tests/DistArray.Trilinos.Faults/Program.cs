using DistArray;
using DistArray.Mpi;
using DistArray.Trilinos;

// Whole programs over Trilinos that end in ways a test cannot survive.
if (args is not [var fault])
{
    Console.Error.WriteLine("usage: DistArray.Trilinos.Faults FAULT");
    return 64;
}

return MpiEnvironment.Run(args, world =>
{
    var line = new Distribution(world, [20], "b", haloLow: [1], haloHigh: [1]);
    bool last = world.Rank == world.Size - 1;
    switch (fault)
    {
        // The function of the last rank throws before it communicates, and the others wait for its ghosts: nobody can be told.
        case "throw-before-exchange":
            FailureDeadline.Patience = TimeSpan.FromSeconds(2);
            using (TpetraOperator a = TpetraOperator.FromArrayFunction(line, (x, y) =>
            {
                if (last) throw new InvalidDataException("the coefficient is missing");
                y.Assign(x.Shift(0, 1) - x.Shift(0, -1));
                world.Barrier();
            }))
            {
                using DistArray<double> b = Np.Arange<double>(world, 20), x = Np.Zeros<double>(b.Distribution);
                using var solver = new BelosSolver(BelosMethod.PseudoBlockGmres, a);
                solver.Solve(b, x);
            }
            break;

        // Objects of every kind that nobody disposes of: MPI's end destroys them.
        case "forget":
            Forget(line);
            break;

        // An object that is disposed of after the end.
        case "dispose-late":
            s_late = TpetraVector.Create<double>(TpetraMap.Uniform(world, 9));
            break;
    }
    Console.WriteLine($"rank {world.Rank} done, live {TrilinosLibrary.LiveObjects > 0}");
    return 0;
}) + After();

static int After()
{
    // MPI has ended.
    s_late?.Dispose();
    Console.WriteLine($"after: {TrilinosLibrary.LiveObjects} live");
    return 0;
}

static void Forget(Distribution line)
{
    TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(line, Stencil.NegativeLaplacian(1));
    MueLuPreconditioner multigrid = MueLuPreconditioner.Create(a);
    EpetraCrsMatrix e = EpetraCrsMatrix.FromStencil(line, Stencil.NegativeLaplacian(1));
    MLPreconditioner ml = MLPreconditioner.Create(e);
    DistArray<double> b = Np.Ones<double>(line.WithoutHalo()), x = Np.Zeros<double>(line.WithoutHalo());
    new BelosSolver(BelosMethod.PseudoBlockCG, a) { Preconditioner = multigrid }.Solve(b, x).ThrowIfNotConverged();
    x.Fill(0);
    new AztecSolver(AztecMethod.CG, e) { Preconditioner = ml }.Solve(b, x).ThrowIfNotConverged();
    TpetraVector.Wrap(b);
    TpetraOperator.FromFunction(line, (p, q) => { });
}

internal static partial class Program
{
    private static TpetraMultiVector<double>? s_late;
}
