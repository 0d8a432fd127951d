namespace DistArray;

public static partial class Np
{
    /// <summary>The elements at indices of an axis.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="indices">Indices, of any shape and distribution.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to count elements in row-major order.</param>
    /// <param name="mode">What becomes of indices outside.</param>
    /// <returns>A new array, with the axes of the indices in place of the axis; distributed as by indexing.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index that every rank gives alike is outside.</exception>
    /// <exception cref="RankFailedException">An index that is distributed is outside; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Each rank asks for what its part of the result needs. As numpy.take.</remarks>
    public static DistArray<T> Take<T>(DistArray<T> a, DistArray<long> indices, int? axis = null, IndexMode mode = IndexMode.Raise) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(indices);
        if (axis is not { } given) return FlatElements.Take("Take", a, indices, mode);
        int along = AxisNumbers.Normalize(given, a.NDim);
        return new IndexedPart<T>("Take", a, [along], [indices], along, mode).Get();
    }

    /// <summary>Writes elements by their place in row-major order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="ind">Places, of any shape and distribution.</param>
    /// <param name="v">Values; gone over again and again where there are fewer than places. Of several for one place the last stays.</param>
    /// <param name="mode">What becomes of places outside.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place that every rank gives alike is outside.</exception>
    /// <exception cref="RankFailedException">A place that is distributed is outside; thrown on every rank alike.</exception>
    /// <exception cref="InvalidOperationException">The array is read-only.</exception>
    /// <remarks><b>Collective.</b> Each rank sends its part of the values. As numpy.put; without values nothing is written.</remarks>
    public static void Put<T>(DistArray<T> a, DistArray<long> ind, DistArray<T> v, IndexMode mode = IndexMode.Raise) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(ind);
        ArgumentNullException.ThrowIfNull(v);
        a.CheckWritable();
        FlatElements.Put("Put", a, ind, v, mode);
    }

    /// <summary>For each element of an array of indices the one at this index of an axis, with the other indices the same.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="arr">The array.</param>
    /// <param name="indices">Indices of the axis, in an array of as many dimensions, whose other axes broadcast with those of <paramref name="arr"/>.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to take all elements in a row.</param>
    /// <returns>A new array, distributed as the indices; as <paramref name="arr"/> by kind where the indices are a literal.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ShapeMismatchException">The arrays have not as many dimensions, or their other axes do not broadcast.</exception>
    /// <exception cref="RankFailedException">An index is outside; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Each rank asks for the elements that it needs. As numpy.take_along_axis.</remarks>
    public static DistArray<T> TakeAlongAxis<T>(DistArray<T> arr, DistArray<long> indices, int? axis) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(arr);
        ArgumentNullException.ThrowIfNull(indices);
        return axis is { } along ? new AlongAxis<T>("TakeAlongAxis", arr, indices, along).Get() : new AlongAxis<T>("TakeAlongAxis", arr.Ravel(), indices, 0).Get();
    }

    /// <summary>For each element of an array of indices writes the one at this index of an axis, with the other indices the same.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="arr">The array.</param>
    /// <param name="indices">Indices of the axis, in an array of as many dimensions, whose other axes broadcast with those of <paramref name="arr"/>.</param>
    /// <param name="values">Values, which broadcast to the indices. Of several for one place the last stays.</param>
    /// <param name="axis">Axis, in [-NDim, NDim).</param>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ShapeMismatchException">The arrays have not as many dimensions, or their other axes do not broadcast.</exception>
    /// <exception cref="RankFailedException">An index is outside; thrown on every rank alike.</exception>
    /// <exception cref="InvalidOperationException">The array is read-only.</exception>
    /// <remarks><b>Collective.</b> Each rank sends its part of the values. As numpy.put_along_axis; all elements in a row are written by <see cref="Put"/>.</remarks>
    public static void PutAlongAxis<T>(DistArray<T> arr, DistArray<long> indices, DistArray<T> values, int axis) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(arr);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(values);
        arr.CheckWritable();
        new AlongAxis<T>("PutAlongAxis", arr, indices, axis).Set(values);
    }
}
