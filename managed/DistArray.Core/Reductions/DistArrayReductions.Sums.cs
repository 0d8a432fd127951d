using System.Numerics;

namespace DistArray;

/// <summary>Reductions of distributed arrays, over all elements or along axes.</summary>
public static partial class DistArrayReductions
{
    /// <summary>Reductions of arrays of numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements.</param>
    extension<T>(DistArray<T> array) where T : unmanaged, INumberBase<T>
    {
        /// <summary>Sum of all elements.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
        /// <returns>The sum, the same on every rank; 0 where there are no elements.</returns>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold the sum; thrown on every rank alike. Use
        /// <see cref="DistArray{T}.Sum{TResult}(DistArray{bool}, bool)"/>.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of an element. Integers are summed exactly, others in double precision and pairwise; NaN propagates. As numpy.sum.</remarks>
        public T Sum(DistArray<bool>? where = null, bool reproducible = false) => array.Sum<T>(where, reproducible);

        /// <summary>Sums along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold a sum; thrown on every rank alike.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.sum(a, axis).</remarks>
        public DistArray<T> Sum(AxisList axis, bool keepDims = false, DistArray<bool>? where = null, bool reproducible = false) =>
            array.Sum<T>(axis, keepDims, where, reproducible);

        /// <summary>Product of all elements.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <returns>The product, the same on every rank; 1 where there are no elements.</returns>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold the product; thrown on every rank alike.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of an element. Products of integers are exact, others in double precision; NaN propagates. As numpy.prod.</remarks>
        public T Prod(DistArray<bool>? where = null) => array.Prod<T>(where);

        /// <summary>Products along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold a product; thrown on every rank alike.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.prod(a, axis).</remarks>
        public DistArray<T> Prod(AxisList axis, bool keepDims = false, DistArray<bool>? where = null) => array.Prod<T>(axis, keepDims, where);

        /// <summary>Arithmetic mean of all elements.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
        /// <returns>The mean, the same on every rank; NaN where there are no elements.</returns>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="DistArray{T}.Mean{TResult}(DistArray{bool}, bool)"/>.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of an element, and one of a count with a mask. Computed in double precision; NaN propagates. As numpy.mean.</remarks>
        public T Mean(DistArray<bool>? where = null, bool reproducible = false) => array.Mean<T>(where, reproducible);

        /// <summary>Arithmetic means along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: sums are exact and rounded once; it costs three to six times the time.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results. NaN where there are no elements.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="DistArray{T}.Mean{TResult}(AxisList, bool, DistArray{bool}, bool)"/>.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided, two with a mask. As numpy.mean(a, axis).</remarks>
        public DistArray<T> Mean(AxisList axis, bool keepDims = false, DistArray<bool>? where = null, bool reproducible = false) =>
            array.Mean<T>(axis, keepDims, where, reproducible);
    }
}
