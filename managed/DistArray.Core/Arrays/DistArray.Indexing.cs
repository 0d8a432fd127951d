namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>A part of the array: <c>a[3, ^1, 2..8, ..]</c>.</summary>
    /// <param name="indices">Indices, ranges, slices, new axes, an ellipsis; or arrays of indices and masks, as in NumPy's advanced indexing. Axes at the end that are not
    /// named are taken whole.</param>
    /// <value>A view for indices, ranges, slices and new axes, which go on lying where they are: writes go through. A new array where there is an
    /// array of indices or a mask. Setting broadcasts, and writes into this array in either case.</value>
    /// <exception cref="ArgumentException">There are more indices than axes, or two ellipses.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index that every rank gives alike is outside of its axis.</exception>
    /// <exception cref="RankFailedException">An index of a distributed array of indices is outside of its axis; thrown on every rank alike.</exception>
    /// <exception cref="ShapeMismatchException">A mask has not the shape of its axes, arrays of indices do not broadcast, or a value that is set does not.</exception>
    /// <exception cref="InvalidOperationException">Set: this array is read-only, a literal or a broadcast view.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks>Local; <b>Collective</b> for an index of an unstructured axis, for arrays of indices and masks, and where a value that is set is distributed
    /// differently. Computes a pending array. A view of elements at no equal distances (steps over block-cyclic and unstructured axes) has no
    /// <see cref="LocalView"/>. As NumPy's indexing.
    /// <para>Where the new array lies. Of a mask of the whole array: by blocks whose bounds follow the mask, in row-major order. Of arrays of indices: where one of the other axes is divided,
    /// these stay as they are, and the first axis of the indices is divided by blocks over the ranks along the indexed axis that has most parts; else as an array of indices that is
    /// distributed, everywhere where this array is, or by blocks. Of several values for one place the last in row-major order stays. Setting one value by a mask that lies where the array
    /// does is local.</para></remarks>
    [System.Runtime.CompilerServices.IndexerName("Part")] // Item is the method of NumPy's name
    public DistArray<T> this[params ReadOnlySpan<AxisIndex> indices]
    {
        get
        {
            ThrowIfDisposed();
            return HasArray(indices) ? AdvancedIndexing.Get(this, indices) : BasicIndexing.Apply(this, indices);
        }
        set
        {
            ThrowIfDisposed();
            ArgumentNullException.ThrowIfNull(value);
            if (HasArray(indices)) AdvancedIndexing.Set(this, indices, value);
            else BasicIndexing.Apply(this, indices).Assign(value);
        }
    }

    /// <summary>The same elements as another array object: a view.</summary>
    internal DistArray<T> View() => new(Distribution, Storage(), ownsMemory: false, _picks) { _isReadOnly = _isReadOnly };

    private static bool HasArray(ReadOnlySpan<AxisIndex> indices)
    {
        foreach (AxisIndex index in indices)
            if (index.Kind == AxisIndexKind.Array) return true;
        return false;
    }
}
