using System.Runtime.CompilerServices;

namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>Norm of the array as a vector.</summary>
    /// <param name="ord">Which norm: 2 if null, or infinity, -infinity, 0 (the number of elements that are not 0), or p of (sum |a|^p)^(1/p). Of arrays of two axes or
    /// more only null, since others are norms of matrices.</param>
    /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
    /// <returns>The norm, the same on every rank; 0 where there are no elements.</returns>
    /// <exception cref="NotSupportedException">The elements are no numbers, or the norm is one of matrices.</exception>
    /// <exception cref="InvalidOperationException">The norm is an extreme of no elements.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element. In double precision; NaN propagates. As numpy.linalg.norm(x, ord).</remarks>
    [OverloadResolutionPriority(1)] // a number without a name is ord, as in NumPy
    public double Norm(double? ord = null, bool reproducible = false)
    {
        if (ord is not null && NDim > 1)
            throw new NotSupportedException($"Norm: an array of {NDim} axes has norms of matrices for ord {ord}, which are not offered. Give an axis for norms of vectors, or no ord.");
        return Norms.All(ReductionInput.Of(this), ord, reproducible);
    }

    /// <summary>Norms of the vectors along axes.</summary>
    /// <param name="axis">One axis, or several where <paramref name="ord"/> is null; each in [-NDim, NDim).</param>
    /// <param name="ord">Which norm: 2 if null, or infinity, -infinity, 0 (the number of elements that are not 0), or p of (sum |a|^p)^(1/p).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or the norm is one of matrices.</exception>
    /// <exception cref="InvalidOperationException">The norms are extremes of no elements.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.linalg.norm(x, ord, axis).</remarks>
    public DistArray<double> Norm(AxisList axis, double? ord = null, bool keepDims = false, bool reproducible = false)
    {
        ReductionInput input = ReductionInput.Of(this);
        var axes = new ReductionAxes(Distribution, axis, keepDims);
        if (ord is not null && axis.Axes.Length != 1)
            throw new NotSupportedException($"Norm: axes {axis} have norms of matrices for ord {ord}, which are not offered. Give one axis, or no ord.");
        return Norms.Along(input, axes, ord, reproducible);
    }
}
