namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>A part of the array: <c>a[3, ^1, 2..8, ..]</c>.</summary>
    /// <param name="indices">Indices, ranges, slices, new axes, an ellipsis; or arrays of indices and masks, as in NumPy's advanced indexing. Axes at the end that are not
    /// named are taken whole.</param>
    /// <value>A view for indices, ranges, slices and new axes, which go on lying where they are: writes go through. A new array where there is an
    /// array of indices or a mask. Setting broadcasts, and writes into this array in either case.</value>
    /// <exception cref="ArgumentException">There are more indices than axes, or two ellipses.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of its axis; on every rank alike.</exception>
    /// <exception cref="ShapeMismatchException">Set: the shape of the value does not broadcast to that of the part.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks>Local; <b>collective</b> for an index of an unstructured axis, for arrays of indices and masks, and where a value that is set is distributed
    /// differently. Computes a pending array. A view of elements at no equal distances (steps over block-cyclic and unstructured axes) has no
    /// <see cref="LocalView"/>. As NumPy's indexing.</remarks>
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
