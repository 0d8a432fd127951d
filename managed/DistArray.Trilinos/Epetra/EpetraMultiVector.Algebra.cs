using DistArray.Bindings;

namespace DistArray.Trilinos;

public sealed unsafe partial class EpetraMultiVector
{
    /// <summary>Sums of absolute values: <c>Epetra_MultiVector::Norm1</c>.</summary>
    /// <returns>One norm each a column; the same on every rank.</returns>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public double[] Norm1() => Norm(1);

    /// <summary>Euclidean norms: <c>Epetra_MultiVector::Norm2</c>.</summary>
    /// <returns>One norm each a column; the same on every rank.</returns>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public double[] Norm2() => Norm(2);

    /// <summary>Largest absolute values: <c>Epetra_MultiVector::NormInf</c>.</summary>
    /// <returns>One norm each a column; the same on every rank.</returns>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public double[] NormInf() => Norm(0);

    /// <summary>Dot products of each column with the same one of another: <c>Epetra_MultiVector::Dot</c>.</summary>
    /// <param name="other">Others of the same map and number of columns.</param>
    /// <returns>One product each a column; the same on every rank.</returns>
    /// <exception cref="ArgumentException">The vectors do not fit.</exception>
    /// <exception cref="ObjectDisposedException">A vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public double[] Dot(EpetraMultiVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        VectorCheck.Same("Dot", this, other);
        var dots = new double[Columns];
        fixed (double* first = dots) TrilinosCall.Check(NativeEpetra.VectorDot(ForRead(), other.ForRead(), first));
        return dots;
    }

    /// <summary>This = alpha other + beta this: <c>Epetra_MultiVector::Update</c>.</summary>
    /// <param name="alpha">Factor of <paramref name="other"/>.</param>
    /// <param name="other">Others of the same map and number of columns.</param>
    /// <param name="beta">Factor of what is there.</param>
    /// <exception cref="ArgumentException">The vectors do not fit.</exception>
    /// <exception cref="ObjectDisposedException">A vector or its memory is gone.</exception>
    /// <remarks><b>Collective</b> where the vectors' maps are different objects.</remarks>
    public void Update(double alpha, EpetraMultiVector other, double beta)
    {
        ArgumentNullException.ThrowIfNull(other);
        VectorCheck.Same("Update", this, other);
        TrilinosCall.Check(NativeEpetra.VectorUpdate(alpha, other.ForRead(), beta, ForWrite()));
    }

    private double[] Norm(int kind)
    {
        var norms = new double[Columns];
        fixed (double* first = norms) TrilinosCall.Check(NativeEpetra.VectorNorm(ForRead(), kind, first));
        return norms;
    }
}
