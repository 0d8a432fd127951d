using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>A solver of nonlinear systems F(u) = 0 by Newton's method: <c>NOX</c>, with Belos for the linear systems.</summary>
/// <example><code>var solver = new NoxSolver(distribution, (u, f) => f.Assign(laplacian(u) - 5.0 * Np.Exp(u)));
/// NonlinearResult result = solver.Solve(u);</code></example>
/// <remarks>Without a <see cref="Jacobian"/>, products with it are differences of F along directions. It holds nothing of Trilinos between solves.</remarks>
/// <param name="distribution">Which rank owns which element of u and F. Where it has a halo, so has u: <see cref="DistArray{T}.Shift"/> fills it from the neighbours, and
/// what is beyond the ends of axes that are not periodic is 0.</param>
/// <param name="residual">Computes F(u), the second array, from u, the first one; every rank calls.</param>
/// <param name="order">Which index varies fastest in the arrays' memory.</param>
public sealed unsafe class NoxSolver(Distribution distribution, ArrayFunction residual, MemoryOrder order = MemoryOrder.RowMajor)
{
    /// <summary>The Jacobian, a matrix or a function, for vectors of the distribution; differences of F if null.</summary>
    public TpetraOperator? Jacobian { get; init; }

    /// <summary>Called with u before each linear solve, on every rank: sets the values of the Jacobian's matrix, recomputes the preconditioner. Nothing if null.</summary>
    public Action<DistArray<double>>? Update { get; init; }

    /// <summary>Preconditioner of the Jacobian; none if null.</summary>
    public TpetraOperator? Preconditioner { get; init; }

    /// <summary>Method of the linear systems.</summary>
    public BelosMethod LinearMethod { get; init; } = BelosMethod.PseudoBlockGmres;

    /// <summary>Relative residual of the linear systems; the largest one where <see cref="IsInexact"/>.</summary>
    public double LinearTolerance { get; init; } = 1e-4;

    /// <summary>Most iterations of a linear solve. One that does not converge gives the step that it has.</summary>
    public int MaxLinearIterations { get; init; } = 1000;

    /// <summary>Whether linear solves begin loose and tighten as the residual falls (Eisenstat and Walker 1996, choice 2).</summary>
    public bool IsInexact { get; init; }

    /// <summary>How far to go along a step.</summary>
    public LineSearch LineSearch { get; init; } = LineSearch.Backtrack;

    /// <summary>‖F‖ at which the solve ends, relative to that of the first u.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>‖F‖ that is enough in any case.</summary>
    public double AbsoluteTolerance { get; init; } = 1e-14;

    /// <summary>Most Newton steps.</summary>
    public int MaxIterations { get; init; } = 50;

    /// <summary>Called after each step, on every rank, with its number and ‖F‖. What it throws on one rank ends the solve on all.</summary>
    public Action<int, double>? Progress { get; init; }

    /// <summary>Looks for a root.</summary>
    /// <param name="u">The state to start from, and afterwards the last one; its memory is shared.</param>
    /// <returns>How it ended. Not to converge is no error: ask <see cref="NonlinearResult.Converged"/>, or call <see cref="NonlinearResult.ThrowIfNotConverged"/>.</returns>
    /// <exception cref="ArgumentException">An option makes no sense, u has another distribution, or F of the first u is not finite.</exception>
    /// <exception cref="NotSupportedException">u's memory cannot be shared: see <see cref="TpetraVector.Wrap"/>.</exception>
    /// <exception cref="TrilinosException">A linear solve broke down.</exception>
    /// <exception cref="RankFailedException">A function of the program threw on a rank.</exception>
    /// <exception cref="ObjectDisposedException">An object or u is gone.</exception>
    /// <remarks><b>Collective.</b> Errors are thrown on every rank alike.</remarks>
    public NonlinearResult Solve(DistArray<double> u)
    {
        ArgumentNullException.ThrowIfNull(u);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxIterations, nameof(MaxIterations));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LinearTolerance, nameof(LinearTolerance));
        ArgumentOutOfRangeException.ThrowIfNegative(Tolerance, nameof(Tolerance));
        if (u.Distribution != distribution) throw new ArgumentException($"u is distributed as {u.Distribution}, the problem as {distribution}. Redistribute u.", nameof(u));
        using TpetraMultiVector<double> state = TpetraVector.Wrap(u);
        TpetraMap map = TpetraMap.Of(distribution, order);
        VectorCheck.Fits("Solve", state, map, "the problem's map");
        using var f = new ArrayFunctionContext(distribution, map.Order!, order, residual, null);
        using var step = new NewtonStep(this, distribution, order, residual);
        var options = new DaTpetraNonlinearOptions
        {
            LineSearch = (int)LineSearch, Iterations = MaxIterations, IsInexact = IsInexact ? 1 : 0, IsLive = Progress is null ? 0 : 1,
            Tolerance = Tolerance, Absolute = AbsoluteTolerance, LinearTolerance = LinearTolerance,
        };
        DaTpetraNonlinearSolution solution = default;
        Exception? failure = null;
        try
        {
            TrilinosCall.Check(NativeTpetra.NonlinearSolve(state.ForWrite(), FunctionContext.Entry, f.Pointer, NewtonStep.Entry, NewtonStep.ReportEntry, step.Pointer, &options, out solution));
        }
        catch (Exception e)
        {
            failure = e;
        }
        TrilinosCall.Agree(u.Distribution.Communicator, f.TakeFailure() ?? step.Failure);
        TrilinosCall.Agree(u.Distribution.Communicator, failure);
        return new NonlinearResult(solution.Converged != 0, solution.Iterations, step.LinearIterations, solution.Residual, [solution.Initial, .. step.History]);
    }
}
