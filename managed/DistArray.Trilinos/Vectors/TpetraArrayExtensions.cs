namespace DistArray.Trilinos;

/// <summary>Copies of arrays as Tpetra's vectors, for arrays whose memory Trilinos cannot share.</summary>
public static class TpetraArrayExtensions
{
    /// <summary>Copies an array into a vector whose memory is Trilinos' own.</summary>
    /// <typeparam name="T">double, int or long.</typeparam>
    /// <param name="array">The array, with any strides and halo; the halo is left out.</param>
    /// <param name="numbering">How the global array is flattened to indices.</param>
    /// <returns>A vector with a copy of the elements.</returns>
    /// <exception cref="NotSupportedException">Several ranks hold the same elements, or Trilinos has no such scalars.</exception>
    /// <exception cref="ObjectDisposedException">The array is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static TpetraMultiVector<T> CopyToTpetra<T>(this DistArray<T> array, MemoryOrder numbering = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        TpetraMultiVector<T> copy = TpetraVector.Create<T>(TpetraMap.Of(array.Distribution, array.Order, numbering));
        copy.AsDistArray().Assign(array);
        return copy;
    }

    /// <summary>Copies an array into a multivector whose memory is Trilinos' own.</summary>
    /// <typeparam name="T">double, int or long.</typeparam>
    /// <param name="array">The array; its last axis, which must not be divided, counts the columns.</param>
    /// <param name="numbering">How the global array of a column's elements is flattened to indices.</param>
    /// <returns>A multivector with a copy of the elements.</returns>
    /// <exception cref="NotSupportedException">The last axis is divided, several ranks hold the same elements, or Trilinos has no such scalars.</exception>
    /// <exception cref="AxisOutOfRangeException">The array has no axes.</exception>
    /// <exception cref="ObjectDisposedException">The array is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static TpetraMultiVector<T> CopyToTpetraMultiVector<T>(this DistArray<T> array, MemoryOrder numbering = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        if (array.NDim == 0) throw new AxisOutOfRangeException(-1, 0);
        if (array.Distribution.DimMaps[^1].Parts > 1) throw TpetraMultiVector<T>.DividedColumns(array.Distribution, array.NDim - 1);
        Distribution rows = array[.., 0].Distribution;
        TpetraMultiVector<T> copy = TpetraMultiVector.Create<T>(TpetraMap.Of(rows, MemoryOrder.RowMajor, numbering), checked((int)array.Shape[^1]));
        copy.AsDistArray().Assign(array);
        return copy;
    }
}
