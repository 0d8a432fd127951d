using System.Numerics;

namespace DistArray;

public static partial class DistArrayReductions
{
    /// <summary>Variances of arrays of real numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements.</param>
    extension<T>(DistArray<T> array) where T : unmanaged, INumber<T>
    {
        /// <summary>Variance of all elements.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <returns>The variance, the same on every rank; NaN where there are no more than <paramref name="ddof"/> elements.</returns>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="DistArray{T}.Var{TResult}(DistArray{bool}, double)"/>.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of an element, and one of a count with a mask. In double precision and two passes; NaN propagates. As numpy.var.</remarks>
        public T Var(DistArray<bool>? where = null, double ddof = 0) => array.Var<T>(where, ddof);

        /// <summary>Variances along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="DistArray{T}.Var{TResult}(AxisList, double, bool, DistArray{bool})"/>.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided, four with a mask. As numpy.var(a, axis).</remarks>
        public DistArray<T> Var(AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) => array.Var<T>(axis, ddof, keepDims, where);

        /// <summary>Standard deviation of all elements.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <returns>The root of the variance, the same on every rank; NaN where there are no more than <paramref name="ddof"/> elements.</returns>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="DistArray{T}.Std{TResult}(DistArray{bool}, double)"/>.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of an element, and one of a count with a mask. In double precision and two passes; NaN propagates. As numpy.std.</remarks>
        public T Std(DistArray<bool>? where = null, double ddof = 0) => array.Std<T>(where, ddof);

        /// <summary>Standard deviations along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="DistArray{T}.Std{TResult}(AxisList, double, bool, DistArray{bool})"/>.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided, four with a mask. As numpy.std(a, axis).</remarks>
        public DistArray<T> Std(AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) => array.Std<T>(axis, ddof, keepDims, where);
    }

    /// <summary>Variances of arrays of complex numbers.</summary>
    /// <param name="array">The elements.</param>
    extension(DistArray<Complex> array)
    {
        /// <summary>Variance of all elements.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <returns>The variance, the same on every rank; NaN where there are no more than <paramref name="ddof"/> elements.</returns>
        /// <remarks><b>Collective.</b> Two all-reduces of an element, and one of a count with a mask. In double precision and two passes; NaN propagates. As numpy.var.</remarks>
        public double Var(DistArray<bool>? where = null, double ddof = 0) => array.Var<double>(where, ddof);

        /// <summary>Variances along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided, four with a mask. As numpy.var(a, axis).</remarks>
        public DistArray<double> Var(AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) => array.Var<double>(axis, ddof, keepDims, where);

        /// <summary>Standard deviation of all elements.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <returns>The root of the variance, the same on every rank; NaN where there are no more than <paramref name="ddof"/> elements.</returns>
        /// <remarks><b>Collective.</b> Two all-reduces of an element, and one of a count with a mask. In double precision and two passes; NaN propagates. As numpy.std.</remarks>
        public double Std(DistArray<bool>? where = null, double ddof = 0) => array.Std<double>(where, ddof);

        /// <summary>Standard deviations along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided, four with a mask. As numpy.std(a, axis).</remarks>
        public DistArray<double> Std(AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) => array.Std<double>(axis, ddof, keepDims, where);
    }

    /// <summary>Variances of arrays of complex numbers of two floats.</summary>
    /// <param name="array">The elements.</param>
    extension(DistArray<Complex64> array)
    {
        /// <summary>Variance of all elements.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <returns>The variance, the same on every rank; NaN where there are no more than <paramref name="ddof"/> elements.</returns>
        /// <remarks><b>Collective.</b> Two all-reduces of an element, and one of a count with a mask. In double precision and two passes; NaN propagates. As numpy.var.</remarks>
        public float Var(DistArray<bool>? where = null, double ddof = 0) => array.Var<float>(where, ddof);

        /// <summary>Variances along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided, four with a mask. As numpy.var(a, axis).</remarks>
        public DistArray<float> Var(AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) => array.Var<float>(axis, ddof, keepDims, where);

        /// <summary>Standard deviation of all elements.</summary>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <returns>The root of the variance, the same on every rank; NaN where there are no more than <paramref name="ddof"/> elements.</returns>
        /// <remarks><b>Collective.</b> Two all-reduces of an element, and one of a count with a mask. In double precision and two passes; NaN propagates. As numpy.std.</remarks>
        public float Std(DistArray<bool>? where = null, double ddof = 0) => array.Std<float>(where, ddof);

        /// <summary>Standard deviations along axes.</summary>
        /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
        /// <param name="ddof">What to take from the number of elements before dividing by it.</param>
        /// <param name="keepDims">Whether reduced axes stay with one index.</param>
        /// <param name="where">Which elements to take, of a shape that broadcasts to the array's; all if null.</param>
        /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
        /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
        /// <exception cref="ArgumentException">An axis is there twice.</exception>
        /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided, four with a mask. As numpy.std(a, axis).</remarks>
        public DistArray<float> Std(AxisList axis, double ddof = 0, bool keepDims = false, DistArray<bool>? where = null) => array.Std<float>(axis, ddof, keepDims, where);
    }
}
