namespace DistArray;

public sealed partial class Distribution
{
    /// <summary>The global indices that this rank owns along an axis.</summary>
    /// <param name="axis">Axis, 0 to NDim - 1.</param>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="InvalidOperationException">They are no range: the axis is cyclic or unstructured.</exception>
    public IndexRange LocalRange(int axis)
    {
        AxisOutOfRangeException.Check(axis, NDim);
        int part = _coordinates[axis];
        return _maps[axis] switch
        {
            BlockMap block => new IndexRange(block.Start(part), block.Stop(part)),
            ReplicatedMap whole => new IndexRange(0, whole.Size),
            { Parts: 1 } and not UnstructuredMap => new IndexRange(0, _shape[axis]),
            _ => throw new InvalidOperationException($"Axis {axis} is distributed as {_maps[axis]}: this rank's indices are no range. Use DimMaps[{axis}].Runs({part})."),
        };
    }

    /// <summary>The rank that owns an element: this one where it does, else the first that does.</summary>
    /// <param name="indices">Global indices, one each an axis.</param>
    /// <exception cref="ArgumentException">There is not one index each an axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the array.</exception>
    /// <exception cref="NotSupportedException">An axis is unstructured and the element is elsewhere.</exception>
    public int Owner(params ReadOnlySpan<long> indices)
    {
        CheckCount(indices.Length);
        var coordinates = new int[NDim];
        for (int axis = 0; axis < NDim; axis++) coordinates[axis] = _maps[axis].Owner(Check(axis, indices[axis]));
        return IsMember && coordinates.AsSpan().SequenceEqual(_coordinates) ? Communicator.Rank : Grid.RankOf(coordinates);
    }

    /// <summary>Where this rank stores an element, if it owns it.</summary>
    /// <param name="indices">Global indices, one each an axis.</param>
    /// <param name="local">Local indices, counted without the halo, when the result is true; one each an axis.</param>
    /// <returns>Whether this rank owns the element.</returns>
    /// <exception cref="ArgumentException">There is not one index each an axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the array.</exception>
    public bool GlobalToLocal(ReadOnlySpan<long> indices, Span<int> local)
    {
        CheckCount(indices.Length);
        CheckCount(local.Length);
        bool mine = IsMember;
        for (int axis = 0; axis < NDim; axis++) 
        {
            Check(axis, indices[axis]);
            mine = mine && _maps[axis].TryGetLocal(_coordinates[axis], indices[axis], out local[axis]);
        }
        return mine;
    }

    /// <summary>Global indices of an element that this rank owns.</summary>
    /// <param name="local">Local indices, counted without the halo, one each an axis.</param>
    /// <param name="indices">Global indices, one each an axis.</param>
    /// <exception cref="ArgumentException">There is not one index each an axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A local index is outside of what this rank owns.</exception>
    public void LocalToGlobal(ReadOnlySpan<int> local, Span<long> indices)
    {
        CheckCount(indices.Length);
        CheckCount(local.Length);
        for (int axis = 0; axis < NDim; axis++) indices[axis] = _maps[axis].LocalToGlobal(_coordinates[axis], local[axis]);
    }

    /// <summary>The part of an axis that owns an index, which lies on it; the same on every rank.</summary>
    /// <remarks><b>Collective</b> where the axis is unstructured, else local.</remarks>
    internal int PartOf(int axis, long index)
    {
        DimMap map = _maps[axis];
        if (!map.KnowsOwnPartOnly) return map.Owner(index);
        int mine = IsMember && map.TryGetLocal(_coordinates[axis], index, out _) ? _coordinates[axis] : -1;
        return Communicator.Allreduce(mine, Operation<int>.Max);
    }

    /// <summary>A rank's place in the process grid.</summary>
    /// <param name="rank">A rank of the communicator.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rank has no place.</exception>
    public int[] CoordinatesOf(int rank) => Grid.Coordinates(rank);

    /// <summary>The distribution of the array with its axes in the opposite order.</summary>
    /// <returns>A distribution of the same elements; every rank keeps what it owns.</returns>
    public Distribution Transpose() => Permute([.. Enumerable.Range(0, NDim).Reverse()]);

    private void CheckCount(int count)
    {
        if (count != NDim) throw new ArgumentException($"There are {count} indices for {NDim} axes. Give one each an axis.");
    }

    private long Check(int axis, long index) => (ulong)index < (ulong)_shape[axis]
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"Index {index} is outside of axis {axis} of shape {ShapeText.Of<long>(_shape)}.");
}
