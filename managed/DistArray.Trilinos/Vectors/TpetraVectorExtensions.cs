using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Arithmetic of multivectors of doubles by Trilinos' own functions; arrays over the same memory have all of NumPy's.</summary>
public static unsafe class TpetraVectorExtensions
{
    /// <summary>Sums of absolute values: <c>Tpetra::MultiVector::norm1</c>.</summary>
    /// <param name="vector">The vectors.</param>
    /// <returns>One norm each a column; the same on every rank.</returns>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static double[] Norm1(this TpetraMultiVector<double> vector) => Norm(vector, 1);

    /// <summary>Euclidean norms: <c>Tpetra::MultiVector::norm2</c>.</summary>
    /// <param name="vector">The vectors.</param>
    /// <returns>One norm each a column; the same on every rank.</returns>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static double[] Norm2(this TpetraMultiVector<double> vector) => Norm(vector, 2);

    /// <summary>Largest absolute values: <c>Tpetra::MultiVector::normInf</c>.</summary>
    /// <param name="vector">The vectors.</param>
    /// <returns>One norm each a column; the same on every rank.</returns>
    /// <exception cref="ObjectDisposedException">The vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static double[] NormInf(this TpetraMultiVector<double> vector) => Norm(vector, 0);

    /// <summary>Dot products of each column with the same one of another: <c>Tpetra::MultiVector::dot</c>.</summary>
    /// <param name="vector">The vectors.</param>
    /// <param name="other">Others of the same map and number of columns.</param>
    /// <returns>One product each a column; the same on every rank.</returns>
    /// <exception cref="ArgumentException">The vectors do not fit.</exception>
    /// <exception cref="ObjectDisposedException">A vector or its memory is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static double[] Dot(this TpetraMultiVector<double> vector, TpetraMultiVector<double> other)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(other);
        VectorCheck.Same("Dot", vector, other);
        var dots = new double[vector.Columns];
        fixed (double* first = dots) TrilinosCall.Check(NativeTpetra.VectorDot(vector.ForRead(), other.ForRead(), first));
        return dots;
    }

    /// <summary>This = alpha other + beta this: <c>Tpetra::MultiVector::update</c>.</summary>
    /// <param name="vector">What is changed.</param>
    /// <param name="alpha">Factor of <paramref name="other"/>.</param>
    /// <param name="other">Others of the same map and number of columns.</param>
    /// <param name="beta">Factor of what is there.</param>
    /// <exception cref="ArgumentException">The vectors do not fit.</exception>
    /// <exception cref="ObjectDisposedException">A vector or its memory is gone.</exception>
    /// <remarks><b>Collective</b> where the vectors' maps are different objects.</remarks>
    public static void Update(this TpetraMultiVector<double> vector, double alpha, TpetraMultiVector<double> other, double beta)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(other);
        VectorCheck.Same("Update", vector, other);
        TrilinosCall.Check(NativeTpetra.VectorUpdate(alpha, other.ForRead(), beta, vector.ForWrite()));
    }

    private static double[] Norm(TpetraMultiVector<double> vector, int kind)
    {
        ArgumentNullException.ThrowIfNull(vector);
        var norms = new double[vector.Columns];
        fixed (double* first = norms) TrilinosCall.Check(NativeTpetra.VectorNorm(vector.ForRead(), kind, first));
        return norms;
    }
}
