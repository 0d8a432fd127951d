namespace DistArray;

/// <summary>Which index of one array's axis belongs to each index of another's: listed for the local ones, or by formula for the global ones.</summary>
internal sealed class AxisIndices
{
    private readonly long[]? _listed;
    private readonly long _start;
    private readonly long _step;
    private readonly long _modulo; // 0 for none

    private AxisIndices(long[]? listed, long start, long step, long modulo)
    {
        _listed = listed;
        _start = start;
        _step = step;
        _modulo = modulo;
    }

    /// <summary>Each index itself.</summary>
    public static AxisIndices Identity { get; } = new(null, 0, 1, 0);

    /// <summary>Whether no two can be the same.</summary>
    public bool IsUnique => _listed is null && _step != 0 && _modulo == 0;

    /// <summary>One index each of this rank's local ones, in their order; kept, not copied.</summary>
    public static AxisIndices Of(long[] listed) => new(listed, 0, 0, 0);

    /// <summary>start + step * k for the global index k, modulo a size if that is not 0.</summary>
    public static AxisIndices Affine(long start, long step, long modulo = 0) => new(null, start, step, modulo);

    /// <summary>The index for each local one of this rank.</summary>
    /// <exception cref="ArgumentException">There are not as many listed ones.</exception>
    public WantedIndices On(Distribution distribution, int axis)
    {
        int size = distribution.LocalShape[axis];
        if (_listed is not null && _listed.Length != size)
            throw new ArgumentException($"There are {_listed.Length} indices for axis {axis}, of which rank {distribution.Communicator.Rank} has {size}.");
        return _listed is not null ? WantedIndices.Of(_listed)
            : !distribution.IsMember ? WantedIndices.None
            : WantedIndices.Owned(distribution.DimMaps[axis], distribution.GridCoordinates[axis]).Mapped(_start, _step, _modulo);
    }
}
