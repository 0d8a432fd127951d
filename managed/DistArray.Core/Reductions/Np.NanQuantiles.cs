using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Median of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <returns>The number in the middle, or the mean of the two there; the same on every rank. NaN where there are none.</returns>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts, each of 16 KB. As numpy.nanmedian.</remarks>
    public static double NanMedian<T>(DistArray<T> a) where T : unmanaged, INumber<T> => Quantiles.All("NanMedian", a, [new QuantileRule(0.5, IsMedian: true)], true)[0];

    /// <summary>Medians along axes of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <remarks><b>Collective</b> where a reduced axis is divided: the elements go to ranks that have it whole. NaN where there are none. As numpy.nanmedian(a, axis).</remarks>
    public static DistArray<double> NanMedian<T>(DistArray<T> a, AxisList axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        Quantiles.Along("NanMedian", a, new QuantileRule(0.5, IsMedian: true), axis, keepDims, true);

    /// <summary>Percentile of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which percentile, 0 to 100.</param>
    /// <returns>The number at that part of all in order, interpolated linearly between two; the same on every rank. NaN where there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside of its range.</exception>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts, each of 16 KB. As numpy.nanpercentile.</remarks>
    public static double NanPercentile<T>(DistArray<T> a, double q) where T : unmanaged, INumber<T> => Quantiles.All("NanPercentile", a, [Quantiles.Rule(q, 100)], true)[0];

    /// <summary>Several percentiles of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which percentiles, each 0 to 100.</param>
    /// <returns>A number each, interpolated linearly between two; the same on every rank. NaN where there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of <paramref name="q"/> is outside of its range.</exception>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts for each, of 16 KB. As numpy.nanpercentile.</remarks>
    public static double[] NanPercentile<T>(DistArray<T> a, ReadOnlySpan<double> q) where T : unmanaged, INumber<T> =>
        Quantiles.All("NanPercentile", a, Array.ConvertAll(q.ToArray(), one => Quantiles.Rule(one, 100)), true);

    /// <summary>Percentiles along axes of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which percentile, 0 to 100.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside of its range.</exception>
    /// <remarks><b>Collective</b> where a reduced axis is divided: the elements go to ranks that have it whole. NaN where there are none. As numpy.nanpercentile(a, q, axis).</remarks>
    public static DistArray<double> NanPercentile<T>(DistArray<T> a, double q, AxisList axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        Quantiles.Along("NanPercentile", a, Quantiles.Rule(q, 100), axis, keepDims, true);

    /// <summary>Quantile of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which quantile, 0 to 1.</param>
    /// <returns>The number at that part of all in order, interpolated linearly between two; the same on every rank. NaN where there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside of its range.</exception>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts, each of 16 KB. As numpy.nanquantile.</remarks>
    public static double NanQuantile<T>(DistArray<T> a, double q) where T : unmanaged, INumber<T> => Quantiles.All("NanQuantile", a, [Quantiles.Rule(q, 1)], true)[0];

    /// <summary>Several quantiles of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which quantiles, each 0 to 1.</param>
    /// <returns>A number each, interpolated linearly between two; the same on every rank. NaN where there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of <paramref name="q"/> is outside of its range.</exception>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts for each, of 16 KB. As numpy.nanquantile.</remarks>
    public static double[] NanQuantile<T>(DistArray<T> a, ReadOnlySpan<double> q) where T : unmanaged, INumber<T> =>
        Quantiles.All("NanQuantile", a, Array.ConvertAll(q.ToArray(), one => Quantiles.Rule(one, 1)), true);

    /// <summary>Quantiles along axes of the elements that are not NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which quantile, 0 to 1.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside of its range.</exception>
    /// <remarks><b>Collective</b> where a reduced axis is divided: the elements go to ranks that have it whole. NaN where there are none. As numpy.nanquantile(a, q, axis).</remarks>
    public static DistArray<double> NanQuantile<T>(DistArray<T> a, double q, AxisList axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        Quantiles.Along("NanQuantile", a, Quantiles.Rule(q, 1), axis, keepDims, true);
}
