using System.Numerics;

namespace DistArray;

public static partial class DistArrayReductions
{
    /// <summary>Positions in arrays of numbers that have an order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements.</param>
    extension<T>(DistArray<T> array) where T : unmanaged, INumber<T>
    {
        /// <summary>Where the smallest element is.</summary>
        /// <returns>Number of the first of them in the row-major order of the whole array, the same on every rank.</returns>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of a number. The first NaN counts as smallest. As numpy.argmin.</remarks>
        public long ArgMin() => ArgExtremes.All<T, MinimumRule<T>>("ArgMin", ReductionInput.Of(array));

        /// <summary>Where the smallest elements along an axis are.</summary>
        /// <param name="axis">Axis in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether the axis stays with one index.</param>
        /// <returns>A new array of Shape without the axis, of global indices along it, on the ranks of the other axes; ranks along the axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
        /// <exception cref="InvalidOperationException">The axis has no elements.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axis where it is divided. The first NaN counts as smallest. As numpy.argmin(a, axis).</remarks>
        public DistArray<long> ArgMin(int axis, bool keepDims = false) => ArgExtremes.Along<T, MinimumRule<T>>("ArgMin", ReductionInput.Of(array), axis, keepDims);

        /// <summary>Where the largest element is.</summary>
        /// <returns>Number of the first of them in the row-major order of the whole array, the same on every rank.</returns>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of a number. The first NaN counts as largest. As numpy.argmax.</remarks>
        public long ArgMax() => ArgExtremes.All<T, MaximumRule<T>>("ArgMax", ReductionInput.Of(array));

        /// <summary>Where the largest elements along an axis are.</summary>
        /// <param name="axis">Axis in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether the axis stays with one index.</param>
        /// <returns>A new array of Shape without the axis, of global indices along it, on the ranks of the other axes; ranks along the axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
        /// <exception cref="InvalidOperationException">The axis has no elements.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axis where it is divided. The first NaN counts as largest. As numpy.argmax(a, axis).</remarks>
        public DistArray<long> ArgMax(int axis, bool keepDims = false) => ArgExtremes.Along<T, MaximumRule<T>>("ArgMax", ReductionInput.Of(array), axis, keepDims);
    }

    /// <summary>Positions in masks.</summary>
    /// <param name="mask">The elements.</param>
    extension(DistArray<bool> mask)
    {
        /// <summary>Where the first false element is; 0 where all are true.</summary>
        /// <returns>Its number in the row-major order of the whole array, the same on every rank.</returns>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of a number. As numpy.argmin.</remarks>
        public long ArgMin() => ArgExtremes.All<byte, MinimumRule<byte>>("ArgMin", ReductionInput.Of(mask));

        /// <summary>Where the first false elements along an axis are; 0 where all are true.</summary>
        /// <param name="axis">Axis in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether the axis stays with one index.</param>
        /// <returns>A new array of Shape without the axis, of global indices along it, on the ranks of the other axes; ranks along the axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
        /// <exception cref="InvalidOperationException">The axis has no elements.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axis where it is divided. As numpy.argmin(a, axis).</remarks>
        public DistArray<long> ArgMin(int axis, bool keepDims = false) => ArgExtremes.Along<byte, MinimumRule<byte>>("ArgMin", ReductionInput.Of(mask), axis, keepDims);

        /// <summary>Where the first true element is; 0 where none is.</summary>
        /// <returns>Its number in the row-major order of the whole array, the same on every rank.</returns>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of a number. As numpy.argmax.</remarks>
        public long ArgMax() => ArgExtremes.All<byte, MaximumRule<byte>>("ArgMax", ReductionInput.Of(mask));

        /// <summary>Where the first true elements along an axis are; 0 where none is.</summary>
        /// <param name="axis">Axis in [-NDim, NDim).</param>
        /// <param name="keepDims">Whether the axis stays with one index.</param>
        /// <returns>A new array of Shape without the axis, of global indices along it, on the ranks of the other axes; ranks along the axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
        /// <exception cref="InvalidOperationException">The axis has no elements.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axis where it is divided. As numpy.argmax(a, axis).</remarks>
        public DistArray<long> ArgMax(int axis, bool keepDims = false) => ArgExtremes.Along<byte, MaximumRule<byte>>("ArgMax", ReductionInput.Of(mask), axis, keepDims);
    }
}
