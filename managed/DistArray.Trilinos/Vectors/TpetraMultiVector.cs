namespace DistArray.Trilinos;

/// <summary>Makes <see cref="TpetraMultiVector{T}"/>s: several vectors of one map.</summary>
public static class TpetraMultiVector
{
    /// <summary>Gives an array to Trilinos as a multivector. Nothing is copied: both see what either writes.</summary>
    /// <typeparam name="T">double, int or long: the scalars that Trilinos is built for.</typeparam>
    /// <param name="array">The array; one of its axes, which must not be divided, counts the columns. It outlives the multivector.</param>
    /// <param name="columnAxis">The axis of the columns: the last one by default, as in column-major arrays of shape (rows, columns). Row-major arrays of shape (columns, rows) have 0.</param>
    /// <param name="numbering">How the global array of a column's elements is flattened to indices.</param>
    /// <returns>A multivector over the array's memory; the padding between columns may be of any size.</returns>
    /// <exception cref="NotSupportedException">The memory of a column has gaps, the column axis is divided, several ranks hold the same elements, or Trilinos has no such scalars.</exception>
    /// <exception cref="AxisOutOfRangeException">There is no such axis.</exception>
    /// <exception cref="ObjectDisposedException">The array is gone.</exception>
    /// <remarks><b>Collective.</b> Computes a pending array. Thrown on every rank alike.</remarks>
    public static TpetraMultiVector<T> Wrap<T>(DistArray<T> array, int columnAxis = -1, MemoryOrder numbering = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        int axis = columnAxis < 0 ? columnAxis + array.NDim : columnAxis;
        if ((uint)axis >= (uint)array.NDim) throw new AxisOutOfRangeException(columnAxis, array.NDim);
        return new TpetraMultiVector<T>(array, axis, numbering);
    }

    /// <summary>Makes a multivector of zeros whose memory is Trilinos' own.</summary>
    /// <typeparam name="T">double, int or long.</typeparam>
    /// <param name="map">Its rows.</param>
    /// <param name="columns">Number of columns, 1 or more.</param>
    /// <returns>A multivector; <see cref="TrilinosMultiVector{T}.AsDistArray"/> shows its elements.</returns>
    /// <exception cref="NotSupportedException">Trilinos has no such scalars.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static TpetraMultiVector<T> Create<T>(TpetraMap map, int columns) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        return new TpetraMultiVector<T>(map, columns, isVector: false);
    }
}
