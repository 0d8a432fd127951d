using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Algebraic multigrid over Epetra: <c>ML_Epetra::MultiLevelPreconditioner</c>, by default smoothed aggregation for Poisson-like problems.</summary>
public sealed unsafe class MLPreconditioner : EpetraPreconditioner
{
    private MLPreconditioner(EpetraCrsMatrix matrix, string defaults, ParameterList parameters) : base(matrix)
    {
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(Communicator, () =>
        {
            string xml = ParameterValidation.Check(parameters, Valid(), "ML", "smoother: ifpack list", "coarse: ifpack list").ToXml();
            TrilinosCall.Check(NativeEpetra.PreconditionerMl(matrix.Handle, defaults, xml, out handle));
        });
        TakeMade(handle);
    }

    /// <summary>Makes the hierarchy of grids of a matrix.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="parameters">ML's parameters, which win over the defaults.</param>
    /// <param name="defaults">A set of ML's defaults: SA for symmetric problems, NSSA for others, DD for domain decomposition.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ParameterException">ML does not know a parameter, or not so.</exception>
    /// <exception cref="ArgumentException">There is no such set of defaults.</exception>
    /// <exception cref="TrilinosException">The hierarchy cannot be made.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b> ML prints nothing unless <c>ML output</c> is set, and then to standard output.</remarks>
    public static MLPreconditioner Create(EpetraCrsMatrix matrix, ParameterList? parameters = null, string defaults = "SA")
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentException.ThrowIfNullOrEmpty(defaults);
        return new MLPreconditioner(matrix, defaults, parameters ?? []);
    }

    /// <summary>The parameters that ML knows, with its defaults: <c>ML_Epetra::GetValidMLPParameters</c>.</summary>
    /// <returns>A new list.</returns>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static ParameterList Valid() => ParameterList.FromXml(TrilinosCall.Text((byte* buffer, long capacity, out long length) => NativeEpetra.PreconditionerParameters(1, buffer, capacity, out length)));
}
