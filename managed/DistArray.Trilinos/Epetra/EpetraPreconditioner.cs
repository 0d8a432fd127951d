using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>An approximate inverse of a matrix: <see cref="IfpackPreconditioner"/>, <see cref="MLPreconditioner"/>.</summary>
/// <remarks>A preconditioner of <see cref="AztecSolver"/>. It works with its matrix, which outlives it.</remarks>
public abstract unsafe class EpetraPreconditioner : EpetraOperator
{
    private protected EpetraPreconditioner(EpetraCrsMatrix matrix) : base(matrix.Range, matrix.Domain) => Matrix = matrix;

    /// <summary>The matrix.</summary>
    public EpetraCrsMatrix Matrix { get; }

    /// <summary>Computes the preconditioner anew after the matrix' values have changed.</summary>
    /// <exception cref="TrilinosException">It cannot be computed.</exception>
    /// <exception cref="NotSupportedException">It is Ifpack's Chebyshev, which keeps the first diagonal. Make a new one.</exception>
    /// <exception cref="ObjectDisposedException">The preconditioner was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Recompute() => TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeEpetra.PreconditionerRecompute(Handle)));

    /// <summary>Sets Trilinos' object, which works with the matrix from then on.</summary>
    private protected void TakeMade(DaTrilinosObject* handle)
    {
        Take(handle);
        Use(Matrix);
    }
}
