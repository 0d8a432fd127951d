using DistArray;
using DistArray.Trilinos;

namespace Turbulence;

/// <summary>∇²φ = ω by conjugate gradients and multigrid, the vorticity in the core's own memory; against the φ that the core has from its Fourier coefficients.</summary>
/// <param name="Result">How the solve ended.</param>
/// <param name="Difference">Largest difference of the two φ, relative to the largest φ.</param>
public sealed record PoissonSolve(SolveResult Result, double Difference)
{
    // Second differences of order 8, at distances 0 to 4: what the core resolves, they see.
    private static readonly double[] s_weights = [205.0 / 72, -8.0 / 5, 1.0 / 5, -8.0 / 315, 1.0 / 560];

    /// <summary>Lines of the grid that every rank needs.</summary>
    public static int Reach => s_weights.Length - 1;

    /// <summary>Returns where what is asked for can be solved.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void Check(Options options, ICommunicator world)
    {
        if (options.Poisson is null) return;
        if (world.Allreduce(TrilinosLibrary.IsAvailable ? 1 : 0, Operation<int>.Min) == 0)
            throw new UsageException("--poisson needs Trilinos, which is not installed, or the native libraries were built without it. ./build.sh setup installs it; then build again.");
        if (options.Parameters.N / world.Size < Reach)
            throw new UsageException($"--poisson needs {Reach} lines of the grid on every rank: --n {options.Parameters.N} on {world.Size} ranks has fewer.");
    }

    /// <summary>Solves on the core's present state.</summary>
    /// <param name="core">A core whose model has a vorticity Ω = ∇²φ.</param>
    /// <param name="tolerance">Relative residual to reach.</param>
    /// <remarks><b>Collective.</b> The core's field is φ afterwards.</remarks>
    public static PoissonSolve Run(TurbulenceCore core, double tolerance)
    {
        IReadOnlyList<PhysicalField> fields = PhysicalField.Of(core.Parameters.Model);
        Distribution field = core.Field.Distribution;
        double h = core.Parameters.Length / core.Parameters.N;
        var box = new Distribution(field.Communicator, field.DimMaps, field.Grid, [Reach, Reach], [Reach, Reach], [true, true]);
        const MemoryOrder fortran = MemoryOrder.ColumnMajor;

        // −∇² as an expression, and for the multigrid the matrix of second order; a little more on its diagonal, since constants are mapped to 0.
        using TpetraOperator laplacian = TpetraOperator.FromExpression(box, phi => Differences(phi, 0) + Differences(phi, 1), order: fortran, numbering: fortran);
        Stencil coarse = Stencil.NegativeLaplacian(h, h);
        coarse.Add(0.01 * Math.Pow(2 * Math.PI / core.Parameters.Length, 2), 0, 0);
        using TpetraCrsMatrix matrix = TpetraCrsMatrix.FromStencil(box, coarse, fortran, fortran);
        using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(matrix);
        using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, laplacian) { Tolerance = tolerance, Preconditioner = multigrid };

        core.ToPhysical(fields.Single(one => one.Name == "vorticity"));
        using DistArray<double> solution = Np.Zeros<double>(field, fortran);
        SolveResult result = solver.Solve(core.Field, solution);

        core.ToPhysical(fields.Single(one => one.Name == "potential"));
        DistArray<double> potential = core.Field;
        double difference = Np.Abs(-(solution - solution.Mean()) - potential).Max() / Np.Abs(potential).Max();
        return new PoissonSolve(result, difference);

        DistArray<double> Differences(DistArray<double> phi, int axis)
        {
            DistArray<double> sum = phi * (s_weights[0] / (h * h));
            for (int m = 1; m <= Reach; m++) sum += (phi.Shift(axis, m) + phi.Shift(axis, -m)) * (s_weights[m] / (h * h));
            return sum;
        }
    }
}
