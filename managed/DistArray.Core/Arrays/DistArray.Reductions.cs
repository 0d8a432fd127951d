using System.Numerics;

namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>Sum of all elements in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type to sum in: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <returns>The sum, the same on every rank; 0 where there are no elements.</returns>
    /// <exception cref="OverflowException">The elements are integers and <typeparamref name="TResult"/> cannot hold their sum; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element. Integers are summed exactly, others pairwise; NaN propagates. As numpy.sum(a, dtype=…).</remarks>
    public TResult Sum<TResult>() where TResult : unmanaged, INumberBase<TResult> => Summation.Sum<T, TResult>(this);

    /// <summary>Arithmetic mean of all elements in a type of one's choice.</summary>
    /// <typeparam name="TResult">A real or complex type, such as <see cref="double"/>.</typeparam>
    /// <returns>The mean, the same on every rank; NaN where there are no elements.</returns>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> is an integer or holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element. NaN propagates. As numpy.mean(a, dtype=…).</remarks>
    public TResult Mean<TResult>() where TResult : unmanaged, INumberBase<TResult>
    {
        if (Summation.IsInteger(ElementTypes.Of<TResult>()))
            throw new NotSupportedException($"Mean: {typeof(TResult).Name} cannot hold a mean. Use Mean<double>().");
        return Sum<TResult>() / TResult.CreateChecked(Size);
    }
}
