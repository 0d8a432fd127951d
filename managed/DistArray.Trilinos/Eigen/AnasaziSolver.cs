using System.Numerics;
using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>A solver of A x = λ x or A x = λ M x for a few eigenvalues: a method of Anasazi.</summary>
/// <example><code>using EigenResult modes = new AnasaziSolver(AnasaziMethod.Lobpcg, laplacian, count: 6) { Preconditioner = multigrid }.Solve();</code></example>
/// <remarks>It holds nothing of Trilinos between solves. It starts from vectors that do not depend on the number of ranks.</remarks>
/// <param name="method">The method.</param>
/// <param name="operator">A: a matrix or a function.</param>
/// <param name="count">Number of eigenvalues.</param>
public sealed unsafe class AnasaziSolver(AnasaziMethod method, TpetraOperator @operator, int count)
{
    /// <summary>A.</summary>
    public TpetraOperator Operator { get; } = @operator ?? throw new ArgumentNullException(nameof(@operator));

    /// <summary>Number of eigenvalues.</summary>
    public int Count { get; } = count > 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "Ask for one eigenvalue or more.");

    /// <summary>M, symmetric and positive definite; the identity if null.</summary>
    public TpetraOperator? MassMatrix { get; init; }

    /// <summary>Preconditioner of A for Davidson and LOBPCG; none if null.</summary>
    public TpetraOperator? Preconditioner { get; init; }

    /// <summary>Which eigenvalues.</summary>
    public EigenTarget Target { get; init; } = EigenTarget.SmallestMagnitude;

    /// <summary>Whether A is symmetric (and M positive definite); Davidson and LOBPCG need it.</summary>
    public bool IsSymmetric { get; init; } = true;

    /// <summary>Vectors that are worked on at a time; one for Krylov–Schur and as many as eigenvalues for the others if null.</summary>
    public int? BlockSize { get; init; }

    /// <summary>Blocks of the space that Krylov–Schur and Davidson build before they restart; enough for three times the eigenvalues, at least 20, or 8 for Davidson, if null.</summary>
    public int? Blocks { get; init; }

    /// <summary>Residual relative to the eigenvalue, ‖A x − λ M x‖ / |λ|.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>Most restarts; most iterations of LOBPCG.</summary>
    public int MaxIterations { get; init; } = 1000;

    /// <summary>Whether Anasazi tells of its way, to <see cref="TrilinosLibrary.SetOutput"/>.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>Seed of the vectors that it starts from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Looks for the eigenvalues.</summary>
    /// <returns>What was found. Not to converge is no error: ask <see cref="EigenResult.Converged"/>, or call <see cref="EigenResult.ThrowIfNotConverged"/>.</returns>
    /// <exception cref="ArgumentException">An option makes no sense, the method needs a symmetric operator, or the operators' maps differ.</exception>
    /// <exception cref="TrilinosException">The method broke down, or an operator gives NaN.</exception>
    /// <exception cref="RankFailedException">An operator's function threw on a rank.</exception>
    /// <exception cref="ObjectDisposedException">An operator was disposed of.</exception>
    /// <remarks><b>Collective.</b> Errors are thrown on every rank alike.</remarks>
    public EigenResult Solve()
    {
        DaTpetraEigenRequest request = Request();
        int capacity = Count + 1; // the second of a pair
        var real = new double[capacity];
        var imaginary = new double[capacity];
        var pairs = new int[capacity];
        var residuals = new double[capacity];
        int found = 0, converged = 0;
        DaTrilinosObject* vectors = null;
        Exception? failure = null;
        fixed (double* re = real, im = imaginary, residual = residuals)
        fixed (int* pair = pairs)
        {
            try
            {
                TrilinosCall.Check(NativeTpetra.EigenSolve(Operator.Handle, MassMatrix is null ? null : MassMatrix.Handle, Preconditioner is null ? null : Preconditioner.Handle, &request,
                    capacity, re, im, pair, residual, out found, out converged, out vectors));
            }
            catch (Exception e)
            {
                failure = e;
            }
        }
        TrilinosCall.Agree(Operator.Communicator, Operator.TakeFailure() ?? MassMatrix?.TakeFailure() ?? Preconditioner?.TakeFailure());
        TrilinosCall.Agree(Operator.Communicator, failure);
        Complex[] values = [.. real.Take(found).Select((x, i) => new Complex(x, imaginary[i]))];
        return new EigenResult(values, vectors is null ? null : new TpetraMultiVector<double>(Operator.Domain, vectors, found), pairs[..found], residuals[..found], converged != 0);
    }

    private DaTpetraEigenRequest Request()
    {
        int block = BlockSize ?? (method == AnasaziMethod.KrylovSchur ? 1 : Count), blocks = Blocks ?? Math.Max(method == AnasaziMethod.Davidson ? 8 : 20, (3 * Count / block) + 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(block, nameof(BlockSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 2, nameof(Blocks));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxIterations, nameof(MaxIterations));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Tolerance, nameof(Tolerance));
        if (!IsSymmetric && method != AnasaziMethod.KrylovSchur) throw new ArgumentException($"{method} is for symmetric operators. Use KrylovSchur.");
        if (Preconditioner is not null && method == AnasaziMethod.KrylovSchur)
            throw new ArgumentException("KrylovSchur takes no preconditioner. Use Lobpcg or Davidson, or look for the largest eigenvalues of the inverse.");
        if (!Operator.Domain.IsSameAs(Operator.Range)) throw new ArgumentException("Eigenvalues need an operator that gives vectors of the map that it takes.");
        if (MassMatrix is not null && !MassMatrix.Domain.IsSameAs(Operator.Domain)) throw new ArgumentException("The mass matrix has another map than the operator.");
        long size = Operator.Domain.Size, space = method == AnasaziMethod.Lobpcg ? 3L * block : (long)block * blocks;
        if (space > size)
        {
            if (Blocks is not null || BlockSize is not null || method == AnasaziMethod.Lobpcg)
                throw new ArgumentException($"{method} builds a space of {space} vectors, but the operator has {size} rows. Ask for fewer eigenvalues, smaller blocks or fewer of them.");
            blocks = (int)(size / block);
        }
        return new DaTpetraEigenRequest
        {
            Method = (int)method, Count = Count, BlockSize = block, Blocks = blocks, Iterations = MaxIterations, IsSymmetric = IsSymmetric ? 1 : 0,
            IsVerbose = IsVerbose ? 1 : 0, Seed = Seed, Tolerance = Tolerance, Target = (int)Target,
        };
    }
}
