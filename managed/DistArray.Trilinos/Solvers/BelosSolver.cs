using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>An iterative solver of A x = b: a method of Belos, <c>Belos::SolverManager</c>.</summary>
/// <example><code>using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, laplacian) { Tolerance = 1e-10, Preconditioner = multigrid };
/// SolveResult result = solver.Solve(b, x);</code></example>
/// <remarks>Options are set when the solver is made. A solver may be used for many solves, also after the operator's values have changed; the recycling
/// methods then begin with what they learned before.</remarks>
public sealed unsafe class BelosSolver : TrilinosObject
{
    // Beyond this factor of the tolerance, the residual that the method updates has lost the true one.
    private const double Trust = 1000;
    private readonly BelosMethod _method;
    private readonly TpetraOperator? _preconditioner, _left;
    private bool _isReady;
    private double _tolerance;
    private int _maxIterations;

    /// <summary>Makes a solver.</summary>
    /// <param name="method">The method.</param>
    /// <param name="operator">What is to be inverted: a matrix or a function. It outlives the solver.</param>
    /// <remarks>Local; Belos is asked at the first solve.</remarks>
    public BelosSolver(BelosMethod method, TpetraOperator @operator) : base((@operator ?? throw new ArgumentNullException(nameof(@operator))).Communicator)
    {
        _method = method;
        Operator = @operator;
        Use(@operator);
    }

    /// <summary>What is to be inverted.</summary>
    public TpetraOperator Operator { get; }

    /// <summary>Right preconditioner, which outlives the solver: the residual that is measured is the true one. For conjugate gradients it is the preconditioner. None if null.</summary>
    public TpetraOperator? Preconditioner
    {
        get => _preconditioner;
        init => Use(_preconditioner = value);
    }

    /// <summary>Left preconditioner, which outlives the solver: the residual that is measured is the preconditioned one. None if null.</summary>
    public TpetraOperator? LeftPreconditioner
    {
        get => _left;
        init => Use(_left = value);
    }

    /// <summary>Relative residual at which a solve ends.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Iterations after which a solve ends in any case.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>Vectors of the Krylov space before a method of the GMRES kind begins anew; Belos' default if null.</summary>
    public int? Restart { get; init; }

    /// <summary>Right-hand sides that <see cref="BelosMethod.BlockCG"/>, <see cref="BelosMethod.BlockGmres"/> and <see cref="BelosMethod.FlexibleGmres"/> solve at a
    /// time in one space; Belos' default, 1, if null. They must not depend linearly on each other.</summary>
    public int? BlockSize { get; init; }

    /// <summary>Any of the method's parameters by Belos' names, which win over the options here; <see cref="ParametersOf"/> names all.</summary>
    public ParameterList? Parameters { get; init; }

    /// <summary>Called for each iteration, on every rank, with its number and the relative residual. What it throws on one rank ends the solve on all. Not
    /// called on communicators without the job's first rank, on which Belos tells.</summary>
    public Action<int, double>? Progress { get; init; }

    /// <summary>The parameters that a method knows, with Belos' defaults: <c>getValidParameters</c>.</summary>
    /// <param name="method">The method.</param>
    /// <returns>A new list.</returns>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static ParameterList ParametersOf(BelosMethod method) =>
        ParameterList.FromXml(TrilinosCall.Text((byte* buffer, long capacity, out long length) => NativeTpetra.SolverParameters(NameOf(method), buffer, capacity, out length)));

    /// <summary>Solves A x = b.</summary>
    /// <param name="b">Right-hand sides, over the operator's range.</param>
    /// <param name="x">The initial guesses, often zeros; afterwards the solutions. As many vectors, over the operator's domain.</param>
    /// <returns>How it ended. Not to converge is no error: ask <see cref="SolveResult.Converged"/>, or call <see cref="SolveResult.ThrowIfNotConverged"/>.</returns>
    /// <exception cref="ArgumentException">A vector does not fit, or has elements that are not finite.</exception>
    /// <exception cref="ParameterException">The method does not know a parameter, or not so.</exception>
    /// <exception cref="TrilinosException">The method broke down, or the operator or the preconditioner gives NaN.</exception>
    /// <exception cref="RankFailedException">The operator's function, the preconditioner's or <see cref="Progress"/> threw on a rank.</exception>
    /// <exception cref="ObjectDisposedException">An object or a vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b> Errors are thrown on every rank alike.</remarks>
    public SolveResult Solve(TpetraMultiVector<double> b, TpetraMultiVector<double> x)
    {
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(x);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (b.Columns != x.Columns) throw new ArgumentException($"Solve: there are {b.Columns} right-hand sides and {x.Columns} solutions. Give as many of both.");
        VectorCheck.Fits("Solve", b, Operator.Range, "the operator's range");
        VectorCheck.Fits("Solve", x, Operator.Domain, "the operator's domain");
        Prepare();
        DaTrilinosObject* right = null, guess = null;
        // What is gone on one rank is told before Belos runs, where the others would wait for it.
        TrilinosCall.Together(Communicator, () =>
        {
            right = b.ForRead();
            guess = x.ForWrite();
        });
        using var progress = new SolveProgress(Progress);
        DaTpetraSolution solution = default;
        Exception? failure = null;
        try
        {
            TrilinosCall.Check(NativeTpetra.SolverSolve(Handle, right, guess, SolveProgress.Entry, Progress is null ? 0 : 1, progress.Pointer, out solution));
        }
        catch (Exception e)
        {
            failure = e;
        }
        TrilinosCall.Agree(Communicator, Operator.TakeFailure() ?? Preconditioner?.TakeFailure() ?? LeftPreconditioner?.TakeFailure() ?? progress.Failure);
        TrilinosCall.Agree(Communicator, failure);
        return new SolveResult(ReasonOf(solution), solution.Iterations, solution.Achieved, solution.Residual, progress.History);
    }

    /// <summary>Solves A x = b for arrays, in their memory.</summary>
    /// <param name="b">The right-hand side; one vector of all its elements.</param>
    /// <param name="x">The initial guess, often zeros; afterwards the solution.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="NotSupportedException">The arrays' memory cannot be shared: see <see cref="TpetraVector.Wrap"/>.</exception>
    /// <exception cref="ArgumentException">An array does not fit, or has elements that are not finite.</exception>
    /// <exception cref="ParameterException">The method does not know a parameter, or not so.</exception>
    /// <exception cref="TrilinosException">The method broke down, or the operator or the preconditioner gives NaN.</exception>
    /// <exception cref="RankFailedException">The operator's function, the preconditioner's or <see cref="Progress"/> threw on a rank.</exception>
    /// <exception cref="ObjectDisposedException">An object or an array is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public SolveResult Solve(DistArray<double> b, DistArray<double> x)
    {
        using TpetraMultiVector<double> right = TpetraVector.Wrap(b, Operator.Range.Numbering), solution = TpetraVector.Wrap(x, Operator.Domain.Numbering);
        return Solve(right, solution);
    }

    private static string NameOf(BelosMethod method) => method switch
    {
        BelosMethod.PseudoBlockCG => "PSEUDOBLOCK CG",
        BelosMethod.BlockCG => "BLOCK CG",
        BelosMethod.RecyclingCG => "RCG",
        BelosMethod.Minres => "MINRES",
        BelosMethod.PseudoBlockGmres => "PSEUDOBLOCK GMRES",
        BelosMethod.BlockGmres or BelosMethod.FlexibleGmres => "BLOCK GMRES",
        BelosMethod.RecyclingGmres => "GCRODR",
        BelosMethod.BiCGStab => "BICGSTAB",
        BelosMethod.Tfqmr => "TFQMR",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "There is no such method."),
    };

    private void Prepare()
    {
        if (_isReady)
        {
            _ = Handle;
            return;
        }
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(Communicator, () =>
        {
            string xml = AllParameters().ToXml();
            TrilinosCall.Check(NativeTpetra.SolverCreate(NameOf(_method), Operator.Handle, _left is null ? null : _left.Handle, _preconditioner is null ? null : _preconditioner.Handle, xml, out handle));
        });
        Take(handle);
        _isReady = true;
    }

    private ParameterList AllParameters()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Tolerance, nameof(Tolerance));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxIterations, nameof(MaxIterations));
        ParameterList valid = ParametersOf(_method);
        var all = new ParameterList { ["Convergence Tolerance"] = Tolerance, ["Maximum Iterations"] = MaxIterations };
        if (_method == BelosMethod.FlexibleGmres) all["Flexible Gmres"] = true;
        if (Restart is { } restart) all["Num Blocks"] = restart;
        if (BlockSize is { } block) all["Block Size"] = block;
        if (Parameters is not null) all.Merge(Parameters);
        ParameterList checkedOnes = ParameterValidation.Check(all, valid, $"Belos' {_method}");
        _maxIterations = Of(checkedOnes, "Maximum Iterations", MaxIterations);
        _tolerance = Of(checkedOnes, "Convergence Tolerance", Tolerance);
        if (valid.Contains("Maximum Restarts") && !checkedOnes.Contains("Maximum Restarts"))
        {
            // As many as the iterations need: only these are to end a solve.
            int space = Math.Max(1, Of(checkedOnes, "Num Blocks", Of(valid, "Num Blocks", 1)));
            checkedOnes["Maximum Restarts"] = Math.Max(1, _maxIterations / space);
        }
        return checkedOnes;

        static T Of<T>(ParameterList list, string name, T otherwise) where T : struct => list.TryGet(name, out T value) ? value : otherwise;
    }

    private SolveReason ReasonOf(in DaTpetraSolution solution)
    {
        bool isFar = _left is null && solution.Residual > Trust * _tolerance, isCut = Parameters?.Contains("Maximum Restarts") == true;
        return solution.Converged != 0 ? isFar ? SolveReason.LostAccuracy : SolveReason.Converged
            : solution.LostAccuracy != 0 ? SolveReason.LostAccuracy
            : solution.Iterations < _maxIterations && !isCut ? SolveReason.Breakdown : SolveReason.MaxIterations;
    }
}
