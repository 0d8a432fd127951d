using System.Numerics;

namespace DistArray.Trilinos;

/// <summary>Eigenvalues and their vectors, as many as were found; dispose of it when the vectors are no longer needed.</summary>
public sealed class EigenResult : IDisposable
{
    private readonly int[] _pairs;

    internal EigenResult(Complex[] values, TpetraMultiVector<double>? vectors, int[] pairs, double[] residuals, bool converged)
    {
        (Values, Vectors, _pairs, Residuals, Converged) = (values, vectors, pairs, residuals, converged);
    }

    /// <summary>Eigenvalues in the order of the target, pairs of complex ones next to each other, the one of positive imaginary part first.</summary>
    public IReadOnlyList<Complex> Values { get; }

    /// <summary>A column each an eigenvalue: the eigenvector where it is real; of a complex pair the real part and, in the next column, the imaginary part of the first one's. Null where none was found.</summary>
    public TpetraMultiVector<double>? Vectors { get; }

    /// <summary>‖A x − λ M x‖ / (|λ| ‖x‖) of each, computed at the end; the norm not divided by |λ| where that is 0.</summary>
    public IReadOnlyList<double> Residuals { get; }

    /// <summary>Whether as many as were asked for met the tolerance.</summary>
    public bool Converged { get; }

    /// <summary>Whether an eigenvalue belongs to a complex pair, whose vector takes two columns.</summary>
    /// <param name="index">Place in <see cref="Values"/>.</param>
    public bool IsOfPair(int index) => _pairs[index] != 0;

    /// <summary>Throws where not all converged.</summary>
    /// <returns>The result itself.</returns>
    /// <exception cref="TrilinosException">They did not; the result is disposed of.</exception>
    /// <remarks><b>Collective</b> where it throws; it does on every rank alike.</remarks>
    public EigenResult ThrowIfNotConverged()
    {
        if (Converged) return this;
        Dispose();
        throw new TrilinosException($"Not all eigenvalues converged: {Values.Count} were found. Allow more iterations, more blocks, or a larger tolerance.");
    }

    /// <summary>Disposes of the vectors.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Dispose() => Vectors?.Dispose();
}
