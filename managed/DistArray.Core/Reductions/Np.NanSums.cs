using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Sum of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <returns>The sum, the same on every rank; 0 where there are none.</returns>
    /// <exception cref="OverflowException">The elements are integers and their type cannot hold the result; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element. As numpy.nansum.</remarks>
    public static T NanSum<T>(DistArray<T> a, DistArray<bool>? where = null) where T : unmanaged, INumberBase<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        return Sums.All<T>(input.Where(NanMask.Of("NanSum", a, input, where)));
    }

    /// <summary>Sums along axes of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="OverflowException">The elements are integers and their type cannot hold the result; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.nansum(a, axis).</remarks>
    public static DistArray<T> NanSum<T>(DistArray<T> a, AxisList axis, bool keepDims = false, DistArray<bool>? where = null) where T : unmanaged, INumberBase<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        var axes = new ReductionAxes(a.Distribution, axis, keepDims);
        return Sums.Along<T>(input.Where(NanMask.Of("NanSum", a, input, where)), axes);
    }

    /// <summary>Product of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <returns>The product, the same on every rank; 1 where there are none.</returns>
    /// <exception cref="OverflowException">The elements are integers and their type cannot hold the result; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element. As numpy.nanprod.</remarks>
    public static T NanProd<T>(DistArray<T> a, DistArray<bool>? where = null) where T : unmanaged, INumberBase<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        return Products.All<T>(input.Where(NanMask.Of("NanProd", a, input, where), Products.Neutral<T>()));
    }

    /// <summary>Products along axes of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="OverflowException">The elements are integers and their type cannot hold the result; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.nanprod(a, axis).</remarks>
    public static DistArray<T> NanProd<T>(DistArray<T> a, AxisList axis, bool keepDims = false, DistArray<bool>? where = null) where T : unmanaged, INumberBase<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        var axes = new ReductionAxes(a.Distribution, axis, keepDims);
        return Products.Along<T>(input.Where(NanMask.Of("NanProd", a, input, where), Products.Neutral<T>()), axes);
    }
}
