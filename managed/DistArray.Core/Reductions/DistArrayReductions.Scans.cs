using System.Numerics;

namespace DistArray;

public static partial class DistArrayReductions
{
    /// <summary>Scans of arrays of numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements.</param>
    extension<T>(DistArray<T> array) where T : unmanaged, INumberBase<T>
    {
        /// <summary>Running sums of all elements in row-major order.</summary>
        /// <returns>A new array of one axis and Size elements, by blocks where the array is divided, distributed as it where it has one axis.</returns>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold a sum; thrown on every rank alike. Use
        /// <see cref="DistArray{T}.CumSum{TResult}()"/>.</exception>
        /// <remarks><b>Collective.</b> One exclusive scan of an element, after the elements went to blocks along the first axis. As numpy.cumsum.</remarks>
        public DistArray<T> CumSum() => array.CumSum<T>();

        /// <summary>Running sums along an axis.</summary>
        /// <param name="axis">Axis in [-NDim, NDim).</param>
        /// <returns>A new array of the same shape and distribution.</returns>
        /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold a sum; thrown on every rank alike. Use
        /// <see cref="DistArray{T}.CumSum{TResult}(int)"/>.</exception>
        /// <remarks><b>Collective.</b> One exclusive scan over the ranks along the axis where it is divided into blocks; other divided axes are brought to blocks and back. As numpy.cumsum(a, axis).</remarks>
        public DistArray<T> CumSum(int axis) => array.CumSum<T>(axis);

        /// <summary>Running products of all elements in row-major order.</summary>
        /// <returns>A new array of one axis and Size elements, by blocks where the array is divided, distributed as it where it has one axis.</returns>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold a product; thrown on every rank alike. Use
        /// <see cref="DistArray{T}.CumProd{TResult}()"/>.</exception>
        /// <remarks><b>Collective.</b> One exclusive scan of an element, after the elements went to blocks along the first axis. As numpy.cumprod.</remarks>
        public DistArray<T> CumProd() => array.CumProd<T>();

        /// <summary>Running products along an axis.</summary>
        /// <param name="axis">Axis in [-NDim, NDim).</param>
        /// <returns>A new array of the same shape and distribution.</returns>
        /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold a product; thrown on every rank alike. Use
        /// <see cref="DistArray{T}.CumProd{TResult}(int)"/>.</exception>
        /// <remarks><b>Collective.</b> One exclusive scan over the ranks along the axis where it is divided into blocks; other divided axes are brought to blocks and back. As numpy.cumprod(a, axis).</remarks>
        public DistArray<T> CumProd(int axis) => array.CumProd<T>(axis);
    }
}
