using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Differences of neighbours along an axis.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="n">How often to take differences.</param>
    /// <param name="axis">Axis in [-NDim, NDim).</param>
    /// <returns>An array with <paramref name="n"/> indices less along the axis, distributed as those of <paramref name="a"/> from <paramref name="n"/> on: pending, or the
    /// array itself where <paramref name="n"/> is 0.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    /// <remarks><b>Collective</b> where the axis is divided: neighbours on other ranks are fetched. Integers wrap around. As numpy.diff.</remarks>
    public static DistArray<T> Diff<T>(DistArray<T> a, int n = 1, int axis = -1) where T : unmanaged, INumberBase<T> =>
        Differences(a, n, axis, (next, here) => next - here);

    /// <summary>Whether neighbours along an axis differ.</summary>
    /// <param name="a">The elements.</param>
    /// <param name="n">How often to compare.</param>
    /// <param name="axis">Axis in [-NDim, NDim).</param>
    /// <returns>An array with <paramref name="n"/> indices less along the axis, distributed as those of <paramref name="a"/> from <paramref name="n"/> on: pending, or the
    /// array itself where <paramref name="n"/> is 0.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    /// <remarks><b>Collective</b> where the axis is divided: neighbours on other ranks are fetched. As numpy.diff.</remarks>
    public static DistArray<bool> Diff(DistArray<bool> a, int n = 1, int axis = -1) => Differences(a, n, axis, (next, here) => next ^ here);

    /// <summary>Integral along an axis by the trapezoidal rule.</summary>
    /// <typeparam name="T">Type of the elements, real or complex.</typeparam>
    /// <param name="y">Values of the function.</param>
    /// <param name="x">Where it has them: of one axis and as many as the axis has indices, or of the shape of <paramref name="y"/>; at equal distances if null.</param>
    /// <param name="dx">The distance, where <paramref name="x"/> is null.</param>
    /// <param name="axis">Axis in [-NDim, NDim).</param>
    /// <returns>A new array of Shape without the axis, on the ranks of the other axes; ranks along the axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="NotSupportedException">The elements are integers; use AsType&lt;double&gt;() first.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not fit.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axis where it is divided, before which neighbours are fetched. As numpy.trapezoid.</remarks>
    public static DistArray<T> Trapezoid<T>(DistArray<T> y, DistArray<T>? x = null, double dx = 1, int axis = -1) where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(y);
        ReductionTypes.CheckMean<T>("Trapezoid", y.ElementType);
        axis = AxisNumbers.Normalize(axis, y.NDim);
        DistArray<T> width = T.CreateTruncating(dx);
        if (x is not null)
        {
            if (x.NDim == 1 ? x.Size != y.Shape[axis] : !x.Shape.SequenceEqual(y.Shape)) throw new ShapeMismatchException("Trapezoid", y.Shape, x.Shape);
            int inserted = x.NDim == 1 ? y.NDim - 1 - axis : 0;
            width = Diff(x, axis: x.NDim == 1 ? 0 : axis);
            for (int i = 0; i < inserted; i++) width = width.InsertAxis(width.NDim);
        }
        DistArray<T> sums = Neighbours(y, axis, (next, here) => next + here);
        return (Multiply(width, sums) / T.CreateTruncating(2)).Sum<T>(axis);
    }

    private static DistArray<T> Differences<T>(DistArray<T> a, int n, int axis, Func<DistArray<T>, DistArray<T>, DistArray<T>> difference) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        axis = AxisNumbers.Normalize(axis, a.NDim);
        for (; n > 0; n--) a = Neighbours(a, axis, difference);
        return a;
    }

    private static DistArray<T> Neighbours<T>(DistArray<T> a, int axis, Func<DistArray<T>, DistArray<T>, DistArray<T>> combine) where T : unmanaged
    {
        long count = Math.Max(a.Shape[axis] - 1, 0);
        return combine(a.SliceAxis(axis, Math.Min(1, a.Shape[axis]), 1, count), a.SliceAxis(axis, 0, 1, count));
    }
}
