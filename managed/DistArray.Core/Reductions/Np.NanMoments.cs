using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Arithmetic mean of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <returns>The mean, the same on every rank; NaN where there are none.</returns>
    /// <exception cref="NotSupportedException">The elements are no numbers, or integers; these have no NaN.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of a number. As numpy.nanmean.</remarks>
    public static T NanMean<T>(DistArray<T> a, DistArray<bool>? where = null) where T : unmanaged, INumberBase<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        ReductionTypes.CheckMean<T>("Mean", a.ElementType);
        ReductionInput mask = NanMask.Of("NanMean", a, input, where);
        return ReductionTypes.IsComplex(a.ElementType) ? T.CreateTruncating(Means.Complex(input, mask)) : T.CreateTruncating(Means.Real(input, mask));
    }

    /// <summary>Arithmetic means along axes of the elements that are not NaN; NaN where there are none.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or integers; these have no NaN.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided. As numpy.nanmean(a, axis).</remarks>
    public static DistArray<T> NanMean<T>(DistArray<T> a, AxisList axis, bool keepDims = false, DistArray<bool>? where = null) where T : unmanaged, INumberBase<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        ReductionTypes.CheckMean<T>("Mean", a.ElementType);
        var axes = new ReductionAxes(a.Distribution, axis, keepDims);
        ReductionInput mask = NanMask.Of("NanMean", a, input, where);
        return ReductionTypes.IsComplex(a.ElementType) ? ReductionResult.Cast<Complex, T>(Means.Complexes(input, axes, mask)) : ReductionResult.Cast<double, T>(Means.Reals(input, axes, mask));
    }

    /// <summary>Variance of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
    /// <returns>The result, the same on every rank; NaN where there are no more than <paramref name="ddof"/> of them.</returns>
    /// <remarks><b>Collective.</b> Four all-reduces of a number. In double precision and two passes. As numpy.nanvar.</remarks>
    public static T NanVar<T>(DistArray<T> a, DistArray<bool>? where = null, double ddof = 0) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        return T.CreateTruncating(Variances.All(input, NanMask.Of("NanVar", a, input, where), ddof, nanOfTooFew: true));
    }

    /// <summary>Variances along axes of the elements that are not NaN; NaN where there are no more than <paramref name="ddof"/> of them.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <remarks><b>Collective.</b> Four all-reduces of this rank's results over the ranks along the axes where these are divided. As numpy.nanvar(a, axis).</remarks>
    public static DistArray<T> NanVar<T>(DistArray<T> a, AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        var axes = new ReductionAxes(a.Distribution, axis, keepDims);
        return ReductionResult.Cast<double, T>(Variances.Along(input, axes, NanMask.Of("NanVar", a, input, where), ddof, nanOfTooFew: true));
    }

    /// <summary>Standard deviation of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
    /// <returns>The result, the same on every rank; NaN where there are no more than <paramref name="ddof"/> of them.</returns>
    /// <remarks><b>Collective.</b> Four all-reduces of a number. In double precision and two passes. As numpy.nanstd.</remarks>
    public static T NanStd<T>(DistArray<T> a, DistArray<bool>? where = null, double ddof = 0) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        return T.CreateTruncating(Math.Sqrt(Variances.All(input, NanMask.Of("NanStd", a, input, where), ddof, nanOfTooFew: true)));
    }

    /// <summary>Standard deviations along axes of the elements that are not NaN; NaN where there are no more than <paramref name="ddof"/> of them.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <remarks><b>Collective.</b> Four all-reduces of this rank's results over the ranks along the axes where these are divided. As numpy.nanstd(a, axis).</remarks>
    public static DistArray<T> NanStd<T>(DistArray<T> a, AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReductionInput input = ReductionInput.Of(a);
        var axes = new ReductionAxes(a.Distribution, axis, keepDims);
        return ReductionResult.Cast<double, T>(ReductionResult.SquareRoots(Variances.Along(input, axes, NanMask.Of("NanStd", a, input, where), ddof, nanOfTooFew: true)));
    }
}
