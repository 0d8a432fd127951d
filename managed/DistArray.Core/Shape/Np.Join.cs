namespace DistArray;

public static partial class Np
{
    /// <summary>Arrays one after the other along an axis.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="arrays">Arrays of one shape but for that axis, of any distributions.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to put all elements of each array in a row.</param>
    /// <returns>A new array over the grid of the first array that is no literal; its axes keep their kinds, blocks along <paramref name="axis"/> being of equal size again.</returns>
    /// <exception cref="ArgumentException">There are no arrays.</exception>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ShapeMismatchException">The shapes differ in other axes, or an array has none.</exception>
    /// <exception cref="DistributionMismatchException">The arrays live on different communicators.</exception>
    /// <remarks><b>Collective.</b> One redistribution an array, straight into its place. As numpy.concatenate.</remarks>
    public static DistArray<T> Concatenate<T>(ReadOnlySpan<DistArray<T>> arrays, int? axis = 0) where T : unmanaged
    {
        if (axis is { } along) return Joining.Concatenate("Concatenate", arrays, along);
        var rows = new DistArray<T>[arrays.Length];
        for (int i = 0; i < rows.Length; i++) rows[i] = Ravel(arrays[i]);
        return Joining.Concatenate("Concatenate", rows, 0);
    }

    /// <summary>Arrays side by side along a new axis.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="arrays">Arrays of one shape and any distributions.</param>
    /// <param name="axis">Place of the new axis in the result, in [-NDim - 1, NDim].</param>
    /// <returns>A new array, distributed as the first one that is no literal; the new axis is not divided.</returns>
    /// <exception cref="ArgumentException">There are no arrays.</exception>
    /// <exception cref="AxisOutOfRangeException">The result has no such axis.</exception>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="DistributionMismatchException">The arrays live on different communicators.</exception>
    /// <remarks><b>Collective.</b> One redistribution an array, straight into its place. As numpy.stack.</remarks>
    public static DistArray<T> Stack<T>(ReadOnlySpan<DistArray<T>> arrays, int axis = 0) where T : unmanaged => Joining.Stack("Stack", arrays, axis);

    /// <summary>Arrays one after the other by columns: along axis 1, or axis 0 of arrays of one dimension.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="tup">The arrays.</param>
    /// <returns>A new array, as of <see cref="Concatenate"/>.</returns>
    /// <exception cref="ArgumentException">There are no arrays, or the shapes differ in other axes.</exception>
    /// <remarks><b>Collective.</b> As numpy.hstack.</remarks>
    public static DistArray<T> HStack<T>(params ReadOnlySpan<DistArray<T>> tup) where T : unmanaged
    {
        DistArray<T>[] arrays = Each(tup, AtLeast1D);
        return Joining.Concatenate("HStack", arrays, arrays is [{ NDim: 1 }, ..] ? 0 : 1);
    }

    /// <summary>Arrays one after the other by rows: along axis 0; arrays of one dimension are rows.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="tup">The arrays.</param>
    /// <returns>A new array, as of <see cref="Concatenate"/>.</returns>
    /// <exception cref="ArgumentException">There are no arrays, or the shapes differ in other axes.</exception>
    /// <remarks><b>Collective.</b> As numpy.vstack.</remarks>
    public static DistArray<T> VStack<T>(params ReadOnlySpan<DistArray<T>> tup) where T : unmanaged => Joining.Concatenate("VStack", Each(tup, AtLeast2D), 0);

    /// <summary>Arrays one after the other along axis 2; to arrays of fewer dimensions axes of one element are added as <see cref="AtLeast3D"/> does.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="tup">The arrays.</param>
    /// <returns>A new array, as of <see cref="Concatenate"/>.</returns>
    /// <exception cref="ArgumentException">There are no arrays, or the shapes differ in other axes.</exception>
    /// <remarks><b>Collective.</b> As numpy.dstack.</remarks>
    public static DistArray<T> DStack<T>(params ReadOnlySpan<DistArray<T>> tup) where T : unmanaged => Joining.Concatenate("DStack", Each(tup, AtLeast3D), 2);

    /// <summary>Arrays one after the other along axis 1; arrays of one dimension are columns.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="tup">The arrays.</param>
    /// <returns>A new array, as of <see cref="Concatenate"/>.</returns>
    /// <exception cref="ArgumentException">There are no arrays, or the shapes differ in other axes.</exception>
    /// <remarks><b>Collective.</b> As numpy.column_stack.</remarks>
    public static DistArray<T> ColumnStack<T>(params ReadOnlySpan<DistArray<T>> tup) where T : unmanaged =>
        Joining.Concatenate("ColumnStack", Each(tup, array => array.NDim < 2 ? ExpandDims(AtLeast1D(array), 1) : array), 1);

    /// <summary>Values after those of an array.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="arr">The array.</param>
    /// <param name="values">What comes after it.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to put all elements of both in a row.</param>
    /// <returns>A new array, as of <see cref="Concatenate"/>.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ShapeMismatchException">The shapes differ in other axes.</exception>
    /// <remarks><b>Collective.</b> As numpy.append.</remarks>
    public static DistArray<T> Append<T>(DistArray<T> arr, DistArray<T> values, int? axis = null) where T : unmanaged => Concatenate([arr, values], axis);

    private static DistArray<T>[] Each<T>(ReadOnlySpan<DistArray<T>> arrays, Func<DistArray<T>, DistArray<T>> change) where T : unmanaged
    {
        var changed = new DistArray<T>[arrays.Length];
        for (int i = 0; i < changed.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(arrays[i]);
            changed[i] = change(arrays[i]);
        }
        return changed;
    }
}
