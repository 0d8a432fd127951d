using System.Numerics;

namespace DistArray;

public sealed unsafe partial class DistArray<T>
{
    /// <summary>Arithmetic mean of all elements in a type of one's choice.</summary>
    /// <typeparam name="TResult">A real or complex type, such as <see cref="double"/>.</typeparam>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
    /// <returns>The mean, the same on every rank; NaN where there are no elements.</returns>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> is an integer or holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element, and one of a count with a mask. Computed in double precision; NaN propagates. As numpy.mean(a, dtype=…).</remarks>
    public TResult Mean<TResult>(DistArray<bool>? where = null, bool reproducible = false) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionInput input = ReductionInput.Of(this);
        ReductionTypes.CheckMean<TResult>("Mean", ElementType);
        ReductionInput? mask = ReductionInput.Mask("Mean", where, Distribution);
        return ReductionTypes.IsComplex(ElementType) ? TResult.CreateTruncating(Means.Complex(input, mask, reproducible)) : TResult.CreateTruncating(Means.Real(input, mask, reproducible));
    }

    /// <summary>Arithmetic means along axes in a type of one's choice.</summary>
    /// <typeparam name="TResult">A real or complex type, such as <see cref="double"/>.</typeparam>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results. NaN where there are no elements.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> is an integer or holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided, two with a mask.
    /// Computed in double precision; NaN propagates. As numpy.mean(a, axis, dtype=…).</remarks>
    public DistArray<TResult> Mean<TResult>(AxisList axis, bool keepDims = false, DistArray<bool>? where = null, bool reproducible = false) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionInput input = ReductionInput.Of(this);
        ReductionTypes.CheckMean<TResult>("Mean", ElementType);
        var axes = new ReductionAxes(Distribution, axis, keepDims);
        ReductionInput? mask = ReductionInput.Mask("Mean", where, Distribution);
        return ReductionTypes.IsComplex(ElementType)
            ? ReductionResult.Cast<Complex, TResult>(Means.Complexes(input, axes, mask, reproducible))
            : ReductionResult.Cast<double, TResult>(Means.Reals(input, axes, mask, reproducible));
    }
}
