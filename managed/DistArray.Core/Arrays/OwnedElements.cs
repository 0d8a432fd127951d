namespace DistArray;

/// <summary>Local and global indices of an element.</summary>
internal readonly ref struct OwnedElement(ReadOnlySpan<int> local, ReadOnlySpan<long> global)
{
    public ReadOnlySpan<int> Local { get; } = local;

    public ReadOnlySpan<long> Global { get; } = global;
}

/// <summary>Goes over the elements that this rank owns in row-major order.</summary>
internal ref struct OwnedElements
{
    private readonly long[][] _indices; // axis, local index: global index
    private readonly int[] _local;
    private readonly long[] _global;
    private bool _started;
    private readonly bool _isEmpty;

    public OwnedElements(Distribution distribution)
    {
        _indices = GlobalIndices(distribution);
        _isEmpty = distribution.LocalSize == 0;
        _local = new int[_indices.Length];
        _global = new long[_indices.Length];
    }

    public readonly OwnedElement Current => new(_local, _global);

    public readonly OwnedElements GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!_started)
        {
            _started = true;
            if (_isEmpty) return false;
            for (int axis = 0; axis < _indices.Length; axis++) _global[axis] = _indices[axis][0];
            return true;
        }
        for (int axis = _indices.Length - 1; axis >= 0; axis--)
        {
            if (++_local[axis] < _indices[axis].Length)
            {
                _global[axis] = _indices[axis][_local[axis]];
                return true;
            }
            _local[axis] = 0;
            _global[axis] = _indices[axis][0];
        }
        return false;
    }

    /// <summary>The global index of each local one along each axis.</summary>
    public static long[][] GlobalIndices(Distribution distribution)
    {
        var indices = new long[distribution.NDim][];
        for (int axis = 0; axis < indices.Length; axis++) indices[axis] = !distribution.IsMember ? [] : GlobalIndices(distribution.DimMaps[axis], distribution.GridCoordinates[axis]);
        return indices;
    }

    /// <summary>The global index of each local one of a part.</summary>
    public static long[] GlobalIndices(DimMap map, int part)
    {
        var indices = new long[map.LocalSize(part)];
        foreach (IndexRun run in map.Runs(part))
            for (int i = 0; i < run.Count; i++) indices[run.LocalStart + i] = run.GlobalStart + i;
        return indices;
    }
}
