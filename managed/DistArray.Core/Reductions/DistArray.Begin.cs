using System.Numerics;

namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>Starts to sum all elements in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type to sum in: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <returns>The sum under way.</returns>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> Sums this rank's elements and starts an all-reduce of an element, so that other work hides what it takes. As <see cref="Sum{TResult}(DistArray{bool}, bool)"/>.</remarks>
    public ReductionRequest<TResult> BeginSum<TResult>() where TResult : unmanaged, INumberBase<TResult> => Sums.Begin<TResult>(ReductionInput.Of(this));

    /// <summary>Starts the 2-norm of all elements.</summary>
    /// <returns>The norm under way.</returns>
    /// <exception cref="NotSupportedException">The elements are no numbers.</exception>
    /// <remarks><b>Collective.</b> Sums this rank's squares and starts an all-reduce of an element, so that other work hides what it takes. As <see cref="Norm(double?, bool)"/>.</remarks>
    public ReductionRequest<double> BeginNorm() => Norms.Begin(ReductionInput.Of(this));
}
