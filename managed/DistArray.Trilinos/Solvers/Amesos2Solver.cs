using System.Globalization;
using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>A direct solver: the factors of a matrix, by a method of Amesos2.</summary>
/// <remarks>On several ranks the matrix is gathered to the first one and factored there: the solvers of the packaged Trilinos give wrong answers on
/// matrices that are on several ranks. Every solve is checked.</remarks>
public sealed unsafe class Amesos2Solver : TrilinosObject
{
    private static readonly string[] s_known = ["klu2", "tacho", "basker", "lapack", "superlu", "superlu_dist", "mumps", "umfpack", "cholmod", "pardiso_mkl"];
    private readonly TpetraCrsMatrix _matrix;

    /// <summary>Factors a matrix.</summary>
    /// <param name="matrix">A square matrix with rows and columns on the same ranks. It outlives the solver; after a change of its values, make a new solver.</param>
    /// <param name="method">Name of the method: klu2, and what else Trilinos was built with (<see cref="Has"/>).</param>
    /// <param name="parameters">Parameters of the method (<see cref="ParametersOf"/>); its defaults if null.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or there is no such method.</exception>
    /// <exception cref="ParameterException">The method does not know a parameter, or not so.</exception>
    /// <exception cref="TrilinosException">The matrix cannot be factored.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public Amesos2Solver(TpetraCrsMatrix matrix, string method = "klu2", ParameterList? parameters = null) : base((matrix ?? throw new ArgumentNullException(nameof(matrix))).Communicator)
    {
        _matrix = matrix;
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(Communicator, () =>
        {
            ParameterList valid = ParametersOf(method);
            string xml = parameters is null ? "" : ParameterValidation.Check(parameters, valid, $"Amesos2's {method}").ToXml();
            TrilinosCall.Check(NativeTpetra.DirectCreate(method, matrix.Handle, xml, out handle));
        });
        Take(handle);
        Use(matrix);
    }

    /// <summary>The largest ‖b − A x‖ / (‖A‖ ‖x‖ + ‖b‖) that a solve may leave; beyond it the solve throws.</summary>
    public double ResidualLimit { get; init; } = 1e-10;

    /// <summary>Whether this Trilinos has a method: <c>Amesos2::query</c>.</summary>
    /// <param name="method">Name, such as klu2, lapack, mumps, superlu.</param>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static bool Has(string method)
    {
        TrilinosCall.Check(NativeTpetra.DirectHas(method, out int isThere));
        return isThere != 0;
    }

    /// <summary>The parameters that a method knows, with Amesos2's defaults: <c>getValidParameters</c>, without those that say how the matrix is read.</summary>
    /// <param name="method">Name of the method.</param>
    /// <returns>A new list.</returns>
    /// <exception cref="ArgumentException">There is no such method.</exception>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static ParameterList ParametersOf(string method)
    {
        if (!Has(method)) throw new ArgumentException($"This Trilinos has no direct solver '{method}'. It has {string.Join(", ", s_known.Where(Has))}.", nameof(method));
        return ParameterList.FromXml(TrilinosCall.Text((byte* buffer, long capacity, out long length) => NativeTpetra.DirectParameters(method, buffer, capacity, out length)));
    }

    /// <summary>Solves A x = b.</summary>
    /// <param name="b">Right-hand sides, over the matrix' range.</param>
    /// <param name="x">Receives the solutions, as many vectors over the matrix' domain.</param>
    /// <returns>The largest ‖b − A x‖ / (‖A‖ ‖x‖ + ‖b‖) of them, Frobenius' norm of A.</returns>
    /// <exception cref="ArgumentException">A vector does not fit.</exception>
    /// <exception cref="TrilinosException">The residual is above <see cref="ResidualLimit"/>: the matrix is singular, or nearly so.</exception>
    /// <exception cref="ObjectDisposedException">An object or a vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b> Errors are thrown on every rank alike.</remarks>
    public double Solve(TpetraMultiVector<double> b, TpetraMultiVector<double> x)
    {
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(x);
        if (b.Columns != x.Columns) throw new ArgumentException($"Solve: there are {b.Columns} right-hand sides and {x.Columns} solutions. Give as many of both.");
        VectorCheck.Fits("Solve", b, _matrix.Range, "the matrix' range");
        VectorCheck.Fits("Solve", x, _matrix.Domain, "the matrix' domain");
        double residual = 0;
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeTpetra.DirectSolve(Handle, b.ForRead(), x.ForWrite(), out residual)));
        if (!(residual <= ResidualLimit))
            throw new TrilinosException(string.Create(CultureInfo.InvariantCulture, $"The direct solve left a residual of {residual:0.0e+0}, above {ResidualLimit:0.0e+0}: the matrix is singular, or nearly so."));
        return residual;
    }

    /// <summary>Solves A x = b for arrays, in their memory.</summary>
    /// <param name="b">The right-hand side; one vector of all its elements.</param>
    /// <param name="x">Receives the solution.</param>
    /// <returns>‖b − A x‖ / (‖A‖ ‖x‖ + ‖b‖).</returns>
    /// <exception cref="NotSupportedException">The arrays' memory cannot be shared: see <see cref="TpetraVector.Wrap"/>.</exception>
    /// <exception cref="ArgumentException">An array does not fit.</exception>
    /// <exception cref="TrilinosException">The residual is above <see cref="ResidualLimit"/>.</exception>
    /// <exception cref="ObjectDisposedException">An object or an array is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public double Solve(DistArray<double> b, DistArray<double> x)
    {
        using TpetraMultiVector<double> right = TpetraVector.Wrap(b, _matrix.Range.Numbering), solution = TpetraVector.Wrap(x, _matrix.Domain.Numbering);
        return Solve(right, solution);
    }
}
