using System.Numerics;

namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>Sum of all elements in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type to sum in: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
    /// <returns>The sum, the same on every rank; 0 where there are no elements.</returns>
    /// <exception cref="OverflowException">The elements are integers and <typeparamref name="TResult"/> cannot hold their sum; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element. Integers are summed exactly, others in double precision and pairwise; NaN propagates. As numpy.sum(a, dtype=…).</remarks>
    public TResult Sum<TResult>(DistArray<bool>? where = null, bool reproducible = false) where TResult : unmanaged, INumberBase<TResult> =>
        Sums.All<TResult>(ReductionInput.Of(this).Where(ReductionInput.Mask("Sum", where, Distribution)), reproducible);

    /// <summary>Sums along axes in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type to sum in: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="OverflowException">The elements are integers and <typeparamref name="TResult"/> cannot hold a sum; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.sum(a, axis, dtype=…).</remarks>
    public DistArray<TResult> Sum<TResult>(AxisList axis, bool keepDims = false, DistArray<bool>? where = null, bool reproducible = false) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionInput input = ReductionInput.Of(this);
        return Sums.Along<TResult>(input.Where(ReductionInput.Mask("Sum", where, Distribution)), new ReductionAxes(Distribution, axis, keepDims), reproducible);
    }

    /// <summary>Product of all elements in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type of the result: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <returns>The product, the same on every rank; 1 where there are no elements.</returns>
    /// <exception cref="OverflowException">The elements are integers and <typeparamref name="TResult"/> cannot hold their product; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element. Products of integers are exact, others in double precision; NaN propagates. As numpy.prod(a, dtype=…).</remarks>
    public TResult Prod<TResult>(DistArray<bool>? where = null) where TResult : unmanaged, INumberBase<TResult> =>
        Products.All<TResult>(ReductionInput.Of(this).Where(ReductionInput.Mask("Prod", where, Distribution), Products.Neutral<T>()));

    /// <summary>Products along axes in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type of the results: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="OverflowException">The elements are integers and <typeparamref name="TResult"/> cannot hold a product; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.prod(a, axis, dtype=…).</remarks>
    public DistArray<TResult> Prod<TResult>(AxisList axis, bool keepDims = false, DistArray<bool>? where = null) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionInput input = ReductionInput.Of(this);
        return Products.Along<TResult>(input.Where(ReductionInput.Mask("Prod", where, Distribution), Products.Neutral<T>()), new ReductionAxes(Distribution, axis, keepDims));
    }
}
