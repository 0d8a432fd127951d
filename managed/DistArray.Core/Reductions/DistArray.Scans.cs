using System.Numerics;

namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>Running sums of all elements in row-major order, in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type to sum in: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <returns>A new array of one axis and <see cref="Size"/> elements, by blocks where this array is divided, distributed as it where it has one axis.</returns>
    /// <exception cref="OverflowException">The elements are integers and <typeparamref name="TResult"/> cannot hold a sum; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One exclusive scan of an element, after the elements went to blocks along the first axis. As numpy.cumsum(a, dtype=…).</remarks>
    public DistArray<TResult> CumSum<TResult>() where TResult : unmanaged, INumberBase<TResult> => Scans.All<T, TResult>("CumSum", this, isProduct: false);

    /// <summary>Running sums along an axis in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type to sum in: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <param name="axis">Axis in [-NDim, NDim).</param>
    /// <returns>A new array of the same shape and distribution.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="OverflowException">The elements are integers and <typeparamref name="TResult"/> cannot hold a sum; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One exclusive scan over the ranks along the axis where it is divided into blocks; other divided axes are brought to blocks and back. As numpy.cumsum(a, axis, dtype=…).</remarks>
    public DistArray<TResult> CumSum<TResult>(int axis) where TResult : unmanaged, INumberBase<TResult> => Scans.Along<T, TResult>("CumSum", this, axis, isProduct: false);

    /// <summary>Running products of all elements in row-major order, in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type of the results: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <returns>A new array of one axis and <see cref="Size"/> elements, by blocks where this array is divided, distributed as it where it has one axis.</returns>
    /// <exception cref="OverflowException">The elements are integers and <typeparamref name="TResult"/> cannot hold a product; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One exclusive scan of an element, after the elements went to blocks along the first axis. As numpy.cumprod(a, dtype=…).</remarks>
    public DistArray<TResult> CumProd<TResult>() where TResult : unmanaged, INumberBase<TResult> => Scans.All<T, TResult>("CumProd", this, isProduct: true);

    /// <summary>Running products along an axis in a type of one's choice.</summary>
    /// <typeparam name="TResult">Type of the results: any number for integers, the same or a wider type for real and complex numbers.</typeparam>
    /// <param name="axis">Axis in [-NDim, NDim).</param>
    /// <returns>A new array of the same shape and distribution.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="OverflowException">The elements are integers and <typeparamref name="TResult"/> cannot hold a product; thrown on every rank alike.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or <typeparamref name="TResult"/> holds less than they do.</exception>
    /// <remarks><b>Collective.</b> One exclusive scan over the ranks along the axis where it is divided into blocks; other divided axes are brought to blocks and back. As numpy.cumprod(a, axis, dtype=…).</remarks>
    public DistArray<TResult> CumProd<TResult>(int axis) where TResult : unmanaged, INumberBase<TResult> => Scans.Along<T, TResult>("CumProd", this, axis, isProduct: true);
}
