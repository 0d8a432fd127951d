using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>A diagonal of the plane of two axes.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array, of two dimensions or more.</param>
    /// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it.</param>
    /// <param name="axis1">Axis of the rows, in [-NDim, NDim).</param>
    /// <param name="axis2">Axis of the columns, in [-NDim, NDim).</param>
    /// <returns>A new array: the other axes, distributed as they were, and then the diagonal, by blocks.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">The axes are the same.</exception>
    /// <remarks><b>Collective.</b> Each rank asks for the elements of its part. Always a copy, where numpy.diagonal gives a read-only view.</remarks>
    public static DistArray<T> Diagonal<T>(DistArray<T> a, long offset = 0, int axis1 = 0, int axis2 = 1) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        int[] plane = AxisNumbers.Normalize("Diagonal", [axis1, axis2], a.NDim);
        long rows = a.Shape[plane[0]], columns = a.Shape[plane[1]];
        long row = Math.Max(0, -offset), column = Math.Max(0, offset), length = Math.Max(0, Math.Min(rows - row, columns - column));
        Distribution spread = ResultDistribution.Blocks(a.Distribution, [length]);
        DistArray<long> i = IndexFill.Make<long, ProgressionValue<long>>(spread, new ProgressionValue<long>(row, row + 1));
        DistArray<long> j = IndexFill.Make<long, ProgressionValue<long>>(spread, new ProgressionValue<long>(column, column + 1));
        return new IndexedPart<T>("Diagonal", a, plane, [i, j], a.NDim - 2).Get();
    }

    /// <summary>Sum along a diagonal of the plane of two axes.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array, of two dimensions or more.</param>
    /// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it.</param>
    /// <param name="axis1">Axis of the rows, in [-NDim, NDim).</param>
    /// <param name="axis2">Axis of the columns, in [-NDim, NDim).</param>
    /// <returns>A new array of the other axes; without axes for a matrix, the same on every rank.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">The axes are the same.</exception>
    /// <exception cref="OverflowException">The elements are integers and their type cannot hold a sum; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> A <see cref="Diagonal"/> and its sums. As numpy.trace.</remarks>
    public static DistArray<T> Trace<T>(DistArray<T> a, long offset = 0, int axis1 = 0, int axis2 = 1) where T : unmanaged, INumberBase<T>
    {
        using DistArray<T> diagonal = Diagonal(a, offset, axis1, axis2);
        return diagonal.NDim == 1 ? Full(ResultDistribution.Replicated(diagonal.Distribution.Communicator, []), diagonal.Sum()) : diagonal.Sum(axis: -1);
    }
}
