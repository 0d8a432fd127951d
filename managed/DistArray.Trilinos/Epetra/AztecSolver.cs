using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>An iterative solver of A x = b over Epetra: <c>AztecOO</c>.</summary>
/// <example><code>var solver = new AztecSolver(AztecMethod.CG, laplacian) { Tolerance = 1e-10, Preconditioner = multigrid };
/// SolveResult result = solver.Solve(b, x);</code></example>
/// <remarks>It holds nothing of Trilinos between solves, so there is nothing to dispose of.</remarks>
/// <param name="method">The method.</param>
/// <param name="operator">What is to be inverted: a matrix or a function.</param>
public sealed unsafe class AztecSolver(AztecMethod method, EpetraOperator @operator)
{
    // Beyond this factor of the tolerance, the residual that the method updates has lost the true one.
    private const double Trust = 1000;
    private const int Breakdown = 2, LossOfPrecision = 3, IllConditioned = 4;

    /// <summary>What is to be inverted.</summary>
    public EpetraOperator Operator { get; } = @operator ?? throw new ArgumentNullException(nameof(@operator));

    /// <summary>Preconditioner: what gives corrections of residuals. None if null.</summary>
    public EpetraOperator? Preconditioner { get; init; }

    /// <summary>Residual at which a solve ends, relative to the initial one.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Iterations after which a solve ends in any case.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>Vectors of the Krylov space before GMRES begins anew.</summary>
    public int Restart { get; init; } = 300;

    /// <summary>How much AztecOO prints, to <see cref="TrilinosLibrary.SetOutput"/> or standard output: every how many iterations; 0 is nothing.</summary>
    public int Verbosity { get; init; }

    /// <summary>Called after each iteration, on every rank, with its number and the relative residual. What it throws on one rank ends the solve on all.</summary>
    public Action<int, double>? Progress { get; init; }

    /// <summary>Solves A x = b.</summary>
    /// <param name="b">Right-hand sides, over the operator's range; solved one after another.</param>
    /// <param name="x">The initial guesses, often zeros; afterwards the solutions. As many vectors, over the operator's domain.</param>
    /// <returns>How it ended, of several right-hand sides the worst. Not to converge is no error: ask <see cref="SolveResult.Converged"/>, or call <see cref="SolveResult.ThrowIfNotConverged"/>.</returns>
    /// <exception cref="ArgumentException">A vector does not fit, or has elements that are not finite.</exception>
    /// <exception cref="TrilinosException">The method broke down with infinities, or the operator or the preconditioner gives NaN.</exception>
    /// <exception cref="RankFailedException">The operator's function, the preconditioner's or <see cref="Progress"/> threw on a rank.</exception>
    /// <exception cref="ObjectDisposedException">An object or a vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b> Errors are thrown on every rank alike.</remarks>
    public SolveResult Solve(EpetraMultiVector b, EpetraMultiVector x)
    {
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Tolerance, nameof(Tolerance));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxIterations, nameof(MaxIterations));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Restart, nameof(Restart));
        if (b.Columns != x.Columns) throw new ArgumentException($"Solve: there are {b.Columns} right-hand sides and {x.Columns} solutions. Give as many of both.");
        VectorCheck.Fits("Solve", b, Operator.Range, "the operator's range");
        VectorCheck.Fits("Solve", x, Operator.Domain, "the operator's domain");
        using var progress = new SolveProgress(Progress);
        DaEpetraSolution solution = default;
        Exception? failure = null;
        try
        {
            TrilinosCall.Check(NativeEpetra.SolverSolve(Operator.Handle, Preconditioner is null ? null : Preconditioner.Handle, (int)method, Tolerance, MaxIterations, Restart, Verbosity,
                b.ForRead(), x.ForWrite(), SolveProgress.Entry, Progress is null ? 0 : 1, progress.Pointer, out solution));
        }
        catch (Exception e)
        {
            failure = e;
        }
        TrilinosCall.Agree(Operator.Communicator, Operator.TakeFailure() ?? Preconditioner?.TakeFailure() ?? progress.Failure);
        TrilinosCall.Agree(Operator.Communicator, failure);
        return new SolveResult(ReasonOf(solution), solution.Iterations, solution.Achieved, solution.Residual, progress.History);
    }

    /// <summary>Solves A x = b for arrays, in their memory.</summary>
    /// <param name="b">The right-hand side; one vector of all its elements.</param>
    /// <param name="x">The initial guess, often zeros; afterwards the solution.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="NotSupportedException">The arrays' memory cannot be shared: see <see cref="EpetraVector.Wrap"/>.</exception>
    /// <exception cref="ArgumentException">An array does not fit, or has elements that are not finite.</exception>
    /// <exception cref="TrilinosException">The method broke down, or the operator or the preconditioner gives NaN.</exception>
    /// <exception cref="RankFailedException">The operator's function, the preconditioner's or <see cref="Progress"/> threw on a rank.</exception>
    /// <exception cref="ObjectDisposedException">An object or an array is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public SolveResult Solve(DistArray<double> b, DistArray<double> x)
    {
        using EpetraMultiVector right = EpetraVector.Wrap(b, Operator.Range.Numbering), solution = EpetraVector.Wrap(x, Operator.Domain.Numbering);
        return Solve(right, solution);
    }

    private SolveReason ReasonOf(in DaEpetraSolution solution) => solution.Converged != 0
        ? solution.Residual > Trust * Tolerance ? SolveReason.LostAccuracy : SolveReason.Converged
        : solution.Why switch
        {
            Breakdown => SolveReason.Breakdown,
            LossOfPrecision or IllConditioned => SolveReason.LostAccuracy,
            _ => solution.Iterations < MaxIterations ? SolveReason.Breakdown : SolveReason.MaxIterations,
        };
}
