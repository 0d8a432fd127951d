using System.Numerics;

namespace DistArray;

public static partial class DistArrayReductions
{
    /// <summary>Reductions of arrays of numbers that have an order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements.</param>
    extension<T>(DistArray<T> array) where T : unmanaged, INumber<T>
    {
        /// <summary>Smallest element.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="initial">A number that is taken, too; needed with a mask.</param>
        /// <returns>The element, the same on every rank.</returns>
        /// <exception cref="InvalidOperationException">There are no elements and no initial number.</exception>
        /// <exception cref="ArgumentException">There is a mask, but no initial number.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of an element. NaN propagates. As numpy.min.</remarks>
        public T Min(DistArray<bool>? where = null, T? initial = null) => Extremes.All<T, MinimumRule<T>>("Min", array, initial, where);

        /// <summary>Smallest elements along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="initial">A number that is taken, too; needed with a mask.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="InvalidOperationException">The axes have no elements, and there is no initial number.</exception>
        /// <exception cref="ArgumentException">An axis is there twice, or there is a mask, but no initial number.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. NaN propagates. As numpy.min(a, axis).</remarks>
        public DistArray<T> Min(AxisList axis, bool keepDims = false, DistArray<bool>? where = null, T? initial = null) =>
            Extremes.Along<T, MinimumRule<T>>("Min", array, axis, keepDims, initial, where);

        /// <summary>Largest element.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="initial">A number that is taken, too; needed with a mask.</param>
        /// <returns>The element, the same on every rank.</returns>
        /// <exception cref="InvalidOperationException">There are no elements and no initial number.</exception>
        /// <exception cref="ArgumentException">There is a mask, but no initial number.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of an element. NaN propagates. As numpy.max.</remarks>
        public T Max(DistArray<bool>? where = null, T? initial = null) => Extremes.All<T, MaximumRule<T>>("Max", array, initial, where);

        /// <summary>Largest elements along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="initial">A number that is taken, too; needed with a mask.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="InvalidOperationException">The axes have no elements, and there is no initial number.</exception>
        /// <exception cref="ArgumentException">An axis is there twice, or there is a mask, but no initial number.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. NaN propagates. As numpy.max(a, axis).</remarks>
        public DistArray<T> Max(AxisList axis, bool keepDims = false, DistArray<bool>? where = null, T? initial = null) =>
            Extremes.Along<T, MaximumRule<T>>("Max", array, axis, keepDims, initial, where);

        /// <summary>Largest less smallest element.</summary>
        /// <returns>The distance, the same on every rank.</returns>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold the distance; thrown on every rank alike.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of an element. NaN propagates. As numpy.ptp, which lets integers wrap around.</remarks>
        public T Ptp() => Ranges.All(array);

        /// <summary>Largest less smallest elements along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <exception cref="InvalidOperationException">The axes have no elements.</exception>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold a distance; thrown on every rank alike.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided. NaN propagates.
        /// As numpy.ptp(a, axis), which lets integers wrap around.</remarks>
        public DistArray<T> Ptp(AxisList axis, bool keepDims = false) => Ranges.Along(array, axis, keepDims);
    }
}
