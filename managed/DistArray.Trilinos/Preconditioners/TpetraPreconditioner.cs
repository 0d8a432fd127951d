using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>An approximate inverse of a matrix: <see cref="Ifpack2Preconditioner"/>, <see cref="MueLuPreconditioner"/>.</summary>
/// <remarks>Applied to a residual it gives a correction. It works with its matrix, which outlives it.</remarks>
public abstract unsafe class TpetraPreconditioner : TpetraOperator
{
    private protected TpetraPreconditioner(TpetraCrsMatrix matrix) : base(matrix.Range, matrix.Domain) => Matrix = matrix;

    /// <summary>The matrix.</summary>
    public TpetraCrsMatrix Matrix { get; }

    /// <summary>Computes the preconditioner anew after the matrix' values have changed; what depends on its structure alone is kept.</summary>
    /// <exception cref="TrilinosException">It cannot be computed.</exception>
    /// <exception cref="ObjectDisposedException">The preconditioner was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Recompute() => TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeTpetra.PreconditionerRecompute(Handle, Matrix.Handle)));

    /// <summary>Sets Trilinos' object, which works with the matrix from then on.</summary>
    private protected void TakeMade(DaTrilinosObject* handle)
    {
        Take(handle);
        Use(Matrix);
    }
}
