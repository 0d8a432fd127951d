using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Median of all elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <returns>The number in the middle, or the mean of the two there; the same on every rank. NaN where an element is, or there are none.</returns>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts, each of 16 KB. As numpy.median.</remarks>
    public static double Median<T>(DistArray<T> a) where T : unmanaged, INumber<T> => Quantiles.All("Median", a, [new QuantileRule(0.5, IsMedian: true)], false)[0];

    /// <summary>Medians along axes.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <remarks><b>Collective</b> where a reduced axis is divided: the elements go to ranks that have it whole. NaN where an element is. As numpy.median(a, axis).</remarks>
    public static DistArray<double> Median<T>(DistArray<T> a, AxisList axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        Quantiles.Along("Median", a, new QuantileRule(0.5, IsMedian: true), axis, keepDims, false);

    /// <summary>Percentile of all elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which percentile, 0 to 100.</param>
    /// <returns>The number at that part of all in order, interpolated linearly between two; the same on every rank. NaN where an element is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside of its range.</exception>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts, each of 16 KB. As numpy.percentile.</remarks>
    public static double Percentile<T>(DistArray<T> a, double q) where T : unmanaged, INumber<T> => Quantiles.All("Percentile", a, [Quantiles.Rule(q, 100)], false)[0];

    /// <summary>Several percentiles of all elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which percentiles, each 0 to 100.</param>
    /// <returns>A number each, interpolated linearly between two; the same on every rank. NaN where an element is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of <paramref name="q"/> is outside of its range.</exception>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts for each, of 16 KB. As numpy.percentile.</remarks>
    public static double[] Percentile<T>(DistArray<T> a, ReadOnlySpan<double> q) where T : unmanaged, INumber<T> =>
        Quantiles.All("Percentile", a, Array.ConvertAll(q.ToArray(), one => Quantiles.Rule(one, 100)), false);

    /// <summary>Percentiles along axes.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which percentile, 0 to 100.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside of its range.</exception>
    /// <exception cref="InvalidOperationException">The axes have no elements.</exception>
    /// <remarks><b>Collective</b> where a reduced axis is divided: the elements go to ranks that have it whole. NaN where an element is. As numpy.percentile(a, q, axis).</remarks>
    public static DistArray<double> Percentile<T>(DistArray<T> a, double q, AxisList axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        Quantiles.Along("Percentile", a, Quantiles.Rule(q, 100), axis, keepDims, false);

    /// <summary>Quantile of all elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which quantile, 0 to 1.</param>
    /// <returns>The number at that part of all in order, interpolated linearly between two; the same on every rank. NaN where an element is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside of its range.</exception>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts, each of 16 KB. As numpy.quantile.</remarks>
    public static double Quantile<T>(DistArray<T> a, double q) where T : unmanaged, INumber<T> => Quantiles.All("Quantile", a, [Quantiles.Rule(q, 1)], false)[0];

    /// <summary>Several quantiles of all elements.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which quantiles, each 0 to 1.</param>
    /// <returns>A number each, interpolated linearly between two; the same on every rank. NaN where an element is.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of <paramref name="q"/> is outside of its range.</exception>
    /// <exception cref="InvalidOperationException">There are no elements.</exception>
    /// <remarks><b>Collective.</b> Nothing is gathered: at most eight all-reduces of counts for each, of 16 KB. As numpy.quantile.</remarks>
    public static double[] Quantile<T>(DistArray<T> a, ReadOnlySpan<double> q) where T : unmanaged, INumber<T> =>
        Quantiles.All("Quantile", a, Array.ConvertAll(q.ToArray(), one => Quantiles.Rule(one, 1)), false);

    /// <summary>Quantiles along axes.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="q">Which quantile, 0 to 1.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is outside of its range.</exception>
    /// <exception cref="InvalidOperationException">The axes have no elements.</exception>
    /// <remarks><b>Collective</b> where a reduced axis is divided: the elements go to ranks that have it whole. NaN where an element is. As numpy.quantile(a, q, axis).</remarks>
    public static DistArray<double> Quantile<T>(DistArray<T> a, double q, AxisList axis, bool keepDims = false) where T : unmanaged, INumber<T> =>
        Quantiles.Along("Quantile", a, Quantiles.Rule(q, 1), axis, keepDims, false);
}
