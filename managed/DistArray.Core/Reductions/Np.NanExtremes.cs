using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Smallest of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <returns>The element, the same on every rank; NaN where all are.</returns>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element. As numpy.nanmin.</remarks>
    public static T NanMin<T>(DistArray<T> a) where T : unmanaged, INumber<T> => Extremes.All<T, NumberMinimumRule<T>>("NanMin", a, null, null);

    /// <summary>Smallest along axes of the elements that are not NaN; NaN where all are.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="InvalidOperationException">The axes have no elements.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.nanmin(a, axis).</remarks>
    public static DistArray<T> NanMin<T>(DistArray<T> a, AxisList axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        Extremes.Along<T, NumberMinimumRule<T>>("NanMin", a, axis, keepDims, null, null);

    /// <summary>Largest of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <returns>The element, the same on every rank; NaN where all are.</returns>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element. As numpy.nanmax.</remarks>
    public static T NanMax<T>(DistArray<T> a) where T : unmanaged, INumber<T> => Extremes.All<T, NumberMaximumRule<T>>("NanMax", a, null, null);

    /// <summary>Largest along axes of the elements that are not NaN; NaN where all are.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="InvalidOperationException">The axes have no elements.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.nanmax(a, axis).</remarks>
    public static DistArray<T> NanMax<T>(DistArray<T> a, AxisList axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        Extremes.Along<T, NumberMaximumRule<T>>("NanMax", a, axis, keepDims, null, null);

    /// <summary>Where the smallest of the elements that are not NaN is.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <returns>Number of the first of them in the row-major order of the whole array, the same on every rank.</returns>
    /// <exception cref="InvalidOperationException">There are no elements, or all are NaN; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of a number. As numpy.nanargmin.</remarks>
    public static long NanArgMin<T>(DistArray<T> a) where T : unmanaged, INumber<T> => ArgExtremes.All<T, NumberMinimumRule<T>>("NanArgMin", ReductionInput.Of(a));

    /// <summary>Where the smallest along an axis of the elements that are not NaN are.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">Axis in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether the axis stays with one index.</param>
    /// <returns>A new array of Shape without the axis, of global indices along it, on the ranks of the other axes; ranks along the axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="InvalidOperationException">The axis has no elements, or all along it are NaN; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axis where it is divided, and one of a flag over all. As numpy.nanargmin(a, axis).</remarks>
    public static DistArray<long> NanArgMin<T>(DistArray<T> a, int axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        ArgExtremes.Along<T, NumberMinimumRule<T>>("NanArgMin", ReductionInput.Of(a), axis, keepDims);

    /// <summary>Where the largest of the elements that are not NaN is.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <returns>Number of the first of them in the row-major order of the whole array, the same on every rank.</returns>
    /// <exception cref="InvalidOperationException">There are no elements, or all are NaN; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of a number. As numpy.nanargmax.</remarks>
    public static long NanArgMax<T>(DistArray<T> a) where T : unmanaged, INumber<T> => ArgExtremes.All<T, NumberMaximumRule<T>>("NanArgMax", ReductionInput.Of(a));

    /// <summary>Where the largest along an axis of the elements that are not NaN are.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">Axis in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether the axis stays with one index.</param>
    /// <returns>A new array of Shape without the axis, of global indices along it, on the ranks of the other axes; ranks along the axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="InvalidOperationException">The axis has no elements, or all along it are NaN; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axis where it is divided, and one of a flag over all. As numpy.nanargmax(a, axis).</remarks>
    public static DistArray<long> NanArgMax<T>(DistArray<T> a, int axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        ArgExtremes.Along<T, NumberMaximumRule<T>>("NanArgMax", ReductionInput.Of(a), axis, keepDims);
}
