using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Relaxation, incomplete factors and Chebyshev's polynomials: <c>Ifpack</c>.</summary>
/// <remarks>Relaxation and incomplete factors work on what each rank has, so that iterations grow with the number of ranks; with an overlap, less so.</remarks>
public sealed unsafe class IfpackPreconditioner : EpetraPreconditioner
{
    private static readonly string[] s_types =
    [
        "point relaxation", "point relaxation stand-alone", "block relaxation", "block relaxation stand-alone", "IC", "IC stand-alone", "ICT", "ICT stand-alone", "ILU", "ILU stand-alone",
        "ILUT", "ILUT stand-alone", "Amesos", "Amesos stand-alone", "Chebyshev",
    ];

    private IfpackPreconditioner(string type, EpetraCrsMatrix matrix, ParameterList parameters, int overlap) : base(matrix)
    {
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(Communicator, () =>
        {
            ArgumentOutOfRangeException.ThrowIfNegative(overlap);
            if (!s_types.Contains(type)) throw new ArgumentException($"Ifpack has no type '{type}' here{NearestNames.Advice(type, s_types)}", nameof(type));
            string xml = ParameterValidation.Check(parameters, Valid(), "Ifpack").ToXml();
            TrilinosCall.Check(NativeEpetra.PreconditionerIfpack(type, matrix.Handle, overlap, xml, out handle));
        });
        TakeMade(handle);
    }

    /// <summary>Any type of Ifpack with any parameters.</summary>
    /// <param name="type">Name of Ifpack's factory, such as ILU, ILUT, IC, ICT, point relaxation, Chebyshev.</param>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="parameters">Its parameters by Ifpack's names; defaults if null.</param>
    /// <param name="overlap">Layers of rows of other ranks that each rank adds to its own.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">There is no such type, or the diagonal has a 0 where the type divides by it.</exception>
    /// <exception cref="ParameterException">Ifpack does not know a parameter, or not so.</exception>
    /// <exception cref="TrilinosException">It cannot be computed.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static IfpackPreconditioner Create(string type, EpetraCrsMatrix matrix, ParameterList? parameters = null, int overlap = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(matrix);
        return new IfpackPreconditioner(type, matrix, parameters ?? [], overlap);
    }

    /// <summary>Jacobi's method.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="sweeps">Number of sweeps.</param>
    /// <param name="damping">Factor of each correction.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The diagonal has a 0.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static IfpackPreconditioner Jacobi(EpetraCrsMatrix matrix, int sweeps = 1, double damping = 1) => Relaxation(matrix, "Jacobi", sweeps, damping);

    /// <summary>The symmetric method of Gauss and Seidel, on each rank's rows.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="sweeps">Number of sweeps.</param>
    /// <param name="damping">Factor of each correction.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The diagonal has a 0.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static IfpackPreconditioner SymmetricGaussSeidel(EpetraCrsMatrix matrix, int sweeps = 1, double damping = 1) => Relaxation(matrix, "symmetric Gauss-Seidel", sweeps, damping);

    /// <summary>Chebyshev's polynomial of the matrix.</summary>
    /// <param name="matrix">The matrix, symmetric and positive definite, which outlives the preconditioner.</param>
    /// <param name="degree">Degree of the polynomial.</param>
    /// <param name="largest">An estimate of the largest eigenvalue of the matrix with its rows divided by its diagonal, not too small; 2 is safe for Laplacians.</param>
    /// <param name="ratio">Largest to smallest of the eigenvalues that are damped.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The diagonal has a 0.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static IfpackPreconditioner Chebyshev(EpetraCrsMatrix matrix, int degree = 3, double largest = 2, double ratio = 30) => Create("Chebyshev", matrix, new ParameterList
    {
        ["chebyshev: degree"] = degree, ["chebyshev: max eigenvalue"] = largest, ["chebyshev: ratio eigenvalue"] = ratio,
    });

    /// <summary>Incomplete factors, ILU(k), of each rank's rows.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="level">Level of fill, k.</param>
    /// <param name="overlap">Layers of rows of other ranks that each rank adds to its own.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="TrilinosException">A pivot is 0.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static IfpackPreconditioner Ilu(EpetraCrsMatrix matrix, int level = 0, int overlap = 0) => Create("ILU", matrix, new ParameterList { ["fact: level-of-fill"] = level }, overlap);

    /// <summary>Incomplete factors with a threshold, ILUT, of each rank's rows.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="fill">Entries of the factors relative to those of the matrix, 1 or more.</param>
    /// <param name="dropTolerance">Entries of smaller absolute value are dropped.</param>
    /// <param name="overlap">Layers of rows of other ranks that each rank adds to its own.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="TrilinosException">A pivot is 0.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static IfpackPreconditioner Ilut(EpetraCrsMatrix matrix, double fill = 1, double dropTolerance = 0, int overlap = 0) =>
        Create("ILUT", matrix, new ParameterList { ["fact: ilut level-of-fill"] = fill, ["fact: drop tolerance"] = dropTolerance }, overlap);

    /// <summary>The parameters that Ifpack knows, with its defaults: <c>Ifpack_GetValidParameters</c>, and those of Chebyshev's polynomials, which are not in it.</summary>
    /// <returns>A new list.</returns>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static ParameterList Valid() =>
        ParameterList.FromXml(TrilinosCall.Text((byte* buffer, long capacity, out long length) => NativeEpetra.PreconditionerParameters(0, buffer, capacity, out length))).Merge(new ParameterList
        {
            ["chebyshev: degree"] = 1, ["chebyshev: max eigenvalue"] = 1.0, ["chebyshev: min eigenvalue"] = 0.0, ["chebyshev: ratio eigenvalue"] = 30.0,
            ["chebyshev: min diagonal value"] = 0.0, ["chebyshev: zero starting solution"] = true,
        });

    private static IfpackPreconditioner Relaxation(EpetraCrsMatrix matrix, string type, int sweeps, double damping) =>
        Create("point relaxation", matrix, new ParameterList { ["relaxation: type"] = type, ["relaxation: sweeps"] = sweeps, ["relaxation: damping factor"] = damping });
}
