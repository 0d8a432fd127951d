using System.Numerics;

namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>Variance of all elements in a type of one's choice.</summary>
    /// <typeparam name="TResult">A real type that holds what the elements do, such as <see cref="double"/>.</typeparam>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
    /// <returns>The variance, the same on every rank; NaN where there are no more than <paramref name="ddof"/> elements.</returns>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> is not real or holds less than they do.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of an element, and one of a count with a mask. In double precision and two passes; NaN propagates. As numpy.var(a, dtype=…).</remarks>
    public TResult Var<TResult>(DistArray<bool>? where = null, double ddof = 0) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionInput input = ReductionInput.Of(this);
        ReductionTypes.CheckVariance<TResult>("Var", ElementType);
        return TResult.CreateTruncating(Variances.All(input, ReductionInput.Mask("Var", where, Distribution), ddof));
    }

    /// <summary>Variances along axes in a type of one's choice.</summary>
    /// <typeparam name="TResult">A real type that holds what the elements do, such as <see cref="double"/>.</typeparam>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> is not real or holds less than they do.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided, four with a mask.
    /// As numpy.var(a, axis, dtype=…).</remarks>
    public DistArray<TResult> Var<TResult>(AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) where TResult : unmanaged, INumberBase<TResult> =>
        ReductionResult.Cast<double, TResult>(Variance<TResult>("Var", axis, ddof, keepDims, where));

    /// <summary>Standard deviation of all elements in a type of one's choice.</summary>
    /// <typeparam name="TResult">A real type that holds what the elements do, such as <see cref="double"/>.</typeparam>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
    /// <returns>The root of the variance, the same on every rank; NaN where there are no more than <paramref name="ddof"/> elements.</returns>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> is not real or holds less than they do.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of an element, and one of a count with a mask. In double precision and two passes; NaN propagates. As numpy.std(a, dtype=…).</remarks>
    public TResult Std<TResult>(DistArray<bool>? where = null, double ddof = 0) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionInput input = ReductionInput.Of(this);
        ReductionTypes.CheckVariance<TResult>("Std", ElementType);
        return TResult.CreateTruncating(Math.Sqrt(Variances.All(input, ReductionInput.Mask("Std", where, Distribution), ddof)));
    }

    /// <summary>Standard deviations along axes in a type of one's choice.</summary>
    /// <typeparam name="TResult">A real type that holds what the elements do, such as <see cref="double"/>.</typeparam>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> is not real or holds less than they do.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided, four with a mask.
    /// As numpy.std(a, axis, dtype=…).</remarks>
    public DistArray<TResult> Std<TResult>(AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) where TResult : unmanaged, INumberBase<TResult> =>
        ReductionResult.Cast<double, TResult>(ReductionResult.SquareRoots(Variance<TResult>("Std", axis, ddof, keepDims, where)));

    private DistArray<double> Variance<TResult>(string name, AxisList axis, double ddof, bool keepDims, DistArray<bool>? where) where TResult : unmanaged
    {
        ReductionInput input = ReductionInput.Of(this);
        ReductionTypes.CheckVariance<TResult>(name, ElementType);
        var axes = new ReductionAxes(Distribution, axis, keepDims);
        return Variances.Along(input, axes, ReductionInput.Mask(name, where, Distribution), ddof);
    }
}
