using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Relaxation, incomplete factors, Chebyshev's polynomials and Schwarz' method: <c>Ifpack2</c>.</summary>
/// <remarks>Relaxation and incomplete factors work on what each rank has, so that iterations grow with the number of ranks; with an overlap, less so.</remarks>
public sealed unsafe class Ifpack2Preconditioner : TpetraPreconditioner
{
    private Ifpack2Preconditioner(string type, TpetraCrsMatrix matrix, ParameterList parameters) : base(matrix)
    {
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(Communicator, () =>
        {
            string xml = Ifpack2Parameters.Check(type, parameters).ToXml();
            TrilinosCall.Check(NativeTpetra.PreconditionerIfpack2(type, matrix.Handle, 0, xml, out handle));
        });
        TakeMade(handle);
    }

    /// <summary>Any type of Ifpack2 with any parameters.</summary>
    /// <param name="type">RELAXATION, CHEBYSHEV, ILUT, RILUK or SCHWARZ.</param>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="parameters">Its parameters by Ifpack2's names; defaults if null.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">There is no such type, or the diagonal has a 0 where the type divides by it.</exception>
    /// <exception cref="ParameterException">The type does not know a parameter, or not so.</exception>
    /// <exception cref="TrilinosException">It cannot be computed.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static Ifpack2Preconditioner Create(string type, TpetraCrsMatrix matrix, ParameterList? parameters = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(matrix);
        return new Ifpack2Preconditioner(type.ToUpperInvariant(), matrix, parameters ?? []);
    }

    /// <summary>Jacobi's method.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="sweeps">Number of sweeps.</param>
    /// <param name="damping">Factor of each correction.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The diagonal has a 0.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static Ifpack2Preconditioner Jacobi(TpetraCrsMatrix matrix, int sweeps = 1, double damping = 1) => Relaxation(matrix, "Jacobi", sweeps, damping);

    /// <summary>The method of Gauss and Seidel, on each rank's rows.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="sweeps">Number of sweeps.</param>
    /// <param name="damping">Factor of each correction.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The diagonal has a 0.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b> Not symmetric: no preconditioner for conjugate gradients.</remarks>
    public static Ifpack2Preconditioner GaussSeidel(TpetraCrsMatrix matrix, int sweeps = 1, double damping = 1) => Relaxation(matrix, "Gauss-Seidel", sweeps, damping);

    /// <summary>The symmetric method of Gauss and Seidel, on each rank's rows.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="sweeps">Number of sweeps.</param>
    /// <param name="damping">Factor of each correction.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The diagonal has a 0.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static Ifpack2Preconditioner SymmetricGaussSeidel(TpetraCrsMatrix matrix, int sweeps = 1, double damping = 1) => Relaxation(matrix, "Symmetric Gauss-Seidel", sweeps, damping);

    /// <summary>Chebyshev's polynomial of the matrix, the same on any number of ranks.</summary>
    /// <param name="matrix">The matrix, symmetric and positive definite, which outlives the preconditioner.</param>
    /// <param name="degree">Degree of the polynomial.</param>
    /// <param name="ratio">Largest to smallest of the eigenvalues that are damped.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The diagonal has a 0.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static Ifpack2Preconditioner Chebyshev(TpetraCrsMatrix matrix, int degree = 3, double ratio = 30) =>
        Create("CHEBYSHEV", matrix, new ParameterList { ["chebyshev: degree"] = degree, ["chebyshev: ratio eigenvalue"] = ratio });

    /// <summary>Incomplete factors, ILU(k), of each rank's rows.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="level">Level of fill, k.</param>
    /// <param name="overlap">Layers of rows of other ranks that each rank adds to its own.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="TrilinosException">A pivot is 0, so that the factors have infinities.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b> With an overlap it is not symmetric on several ranks: no preconditioner for conjugate gradients.</remarks>
    public static Ifpack2Preconditioner Ilu(TpetraCrsMatrix matrix, int level = 0, int overlap = 0) =>
        Local("RILUK", matrix, new ParameterList { ["fact: iluk level-of-fill"] = level }, overlap);

    /// <summary>Incomplete factors with a threshold, ILUT, of each rank's rows.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="fill">Entries of the factors relative to those of the matrix, 1 or more.</param>
    /// <param name="dropTolerance">Entries of smaller absolute value are dropped.</param>
    /// <param name="overlap">Layers of rows of other ranks that each rank adds to its own.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="TrilinosException">A pivot is 0, so that the factors have infinities.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b> Not symmetric: no preconditioner for conjugate gradients.</remarks>
    public static Ifpack2Preconditioner Ilut(TpetraCrsMatrix matrix, double fill = 1, double dropTolerance = 0, int overlap = 0) =>
        Local("ILUT", matrix, new ParameterList { ["fact: ilut level-of-fill"] = fill, ["fact: drop tolerance"] = dropTolerance }, overlap);

    private static Ifpack2Preconditioner Relaxation(TpetraCrsMatrix matrix, string type, int sweeps, double damping) =>
        Create("RELAXATION", matrix, new ParameterList { ["relaxation: type"] = type, ["relaxation: sweeps"] = sweeps, ["relaxation: damping factor"] = damping });

    private static Ifpack2Preconditioner Local(string type, TpetraCrsMatrix matrix, ParameterList parameters, int overlap)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(overlap);
        return overlap == 0 ? Create(type, matrix, parameters) : Create("SCHWARZ", matrix, new ParameterList
        {
            ["schwarz: overlap level"] = overlap,
            ["schwarz: inner preconditioner name"] = type,
            ["schwarz: inner preconditioner parameters"] = parameters,
        });
    }
}
