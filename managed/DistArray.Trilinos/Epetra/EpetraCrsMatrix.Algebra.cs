using DistArray.Bindings;

namespace DistArray.Trilinos;

public sealed unsafe partial class EpetraCrsMatrix
{
    /// <summary>The diagonal: <c>Epetra_CrsMatrix::ExtractDiagonalCopy</c>.</summary>
    /// <returns>A vector that the caller disposes of; 0 where a row has no such entry.</returns>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public EpetraMultiVector Diagonal()
    {
        EpetraMultiVector diagonal = EpetraVector.Create(Range);
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeEpetra.MatrixDiagonal(Handle, diagonal.ForWrite())));
        return diagonal;
    }

    /// <summary>Multiplies each row by an element of a vector: <c>Epetra_CrsMatrix::LeftScale</c>.</summary>
    /// <param name="factors">One vector over <see cref="EpetraOperator.Range"/>.</param>
    /// <exception cref="ArgumentException">The vector has another map, or several columns.</exception>
    /// <exception cref="ObjectDisposedException">The matrix or the vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void ScaleRows(EpetraMultiVector factors) => Scale(factors, Range, "ScaleRows", columns: false);

    /// <summary>Multiplies each column by an element of a vector: <c>Epetra_CrsMatrix::RightScale</c>.</summary>
    /// <param name="factors">One vector over <see cref="EpetraOperator.Domain"/>.</param>
    /// <exception cref="ArgumentException">The vector has another map, or several columns.</exception>
    /// <exception cref="ObjectDisposedException">The matrix or the vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void ScaleColumns(EpetraMultiVector factors) => Scale(factors, Domain, "ScaleColumns", columns: true);

    /// <summary>The Frobenius norm: the root of the sum of the squares of all entries, as they are now.</summary>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public double FrobeniusNorm()
    {
        double norm = 0;
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeEpetra.MatrixNorm(Handle, out norm)));
        return norm;
    }

    /// <summary>The product of two matrices: <c>EpetraExt::MatrixMatrix::Multiply</c>.</summary>
    /// <param name="a">The left one.</param>
    /// <param name="b">The right one.</param>
    /// <param name="transposeA">Whether to take the left one transposed.</param>
    /// <param name="transposeB">Whether to take the right one transposed.</param>
    /// <returns>A matrix that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The inner maps differ.</exception>
    /// <exception cref="ObjectDisposedException">A matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static EpetraCrsMatrix Multiply(EpetraCrsMatrix a, EpetraCrsMatrix b, bool transposeA = false, bool transposeB = false)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        EpetraMap inner = transposeA ? a.Range : a.Domain, other = transposeB ? b.Domain : b.Range;
        if (!inner.IsSameAs(other))
            throw new ArgumentException($"Multiply: the left matrix takes vectors of the {inner}, but the right one gives those of the {other}: not the same indices on the same ranks.");
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(a.Communicator, () => TrilinosCall.Check(NativeEpetra.MatrixMultiply(a.Handle, transposeA ? 1 : 0, b.Handle, transposeB ? 1 : 0, out handle)));
        return new EpetraCrsMatrix(transposeA ? a.Domain : a.Range, transposeB ? b.Range : b.Domain, handle);
    }

    private void Scale(EpetraMultiVector factors, EpetraMap map, string operation, bool columns)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (factors.Columns != 1) throw new ArgumentException($"{operation}: the factors are one vector, not {factors.Columns}.", nameof(factors));
        VectorCheck.Fits(operation, factors, map, columns ? "the matrix' domain" : "the matrix' range");
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeEpetra.MatrixScale(Handle, factors.ForRead(), columns ? 1 : 0)));
    }
}
