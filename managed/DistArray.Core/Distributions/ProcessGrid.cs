namespace DistArray;

/// <summary>An arrangement of ranks along the axes of an array, in C order: the last coordinate varies fastest.</summary>
/// <remarks>
/// <para>Grids that come from other grids keep the ranks where they were: that of a transposed array has its axes exchanged, that of a sum along a
/// distributed axis has several ranks at each place (<see cref="Copies"/>), that of an array of which one row was taken has no place for the ranks that
/// do not own the row. Grids that were inferred from blocks in another order keep that order.</para>
/// </remarks>
public sealed partial class ProcessGrid : IEquatable<ProcessGrid>
{
    private readonly int[] _shape;
    private readonly GridAxis[] _axes;
    private readonly GridAxis[] _copies;
    private readonly int _origin;
    private readonly int[]? _ranks;  // rank of each number, where ranks are in no order
    private readonly int[]? _places; // its inverse
    private readonly (GridAxis Axis, int Index)[] _nested; // all axes, the largest distance first; copies have the index -1

    /// <summary>Arranges as many ranks as the extents multiply to.</summary>
    /// <param name="shape">Ranks along each axis.</param>
    public ProcessGrid(params ReadOnlySpan<int> shape) : this(InCOrder(shape), [], 0, null) { }

    private ProcessGrid(GridAxis[] axes, IEnumerable<GridAxis> copies, int origin, int[]? ranks)
    {
        _axes = Array.ConvertAll(axes, axis => axis.Extent > 1 ? axis : new GridAxis(1, 0));
        _copies = GridAxis.Normalize(copies);
        _origin = origin;
        _shape = Array.ConvertAll(_axes, axis => axis.Extent);
        Size = _shape.Aggregate(1, (product, extent) => product * extent);
        Copies = _copies.Aggregate(1, (product, axis) => product * axis.Extent);
        _nested = [.. _axes.Select((axis, index) => (axis, index)).Concat(_copies.Select(axis => (axis, -1))).Where(pair => pair.axis.Extent > 1).OrderByDescending(pair => pair.axis.Stride)];
        if (ranks is null || ranks.AsSpan().SequenceEqual([.. Enumerable.Range(0, ranks.Length)])) return;
        _ranks = ranks;
        _places = new int[ranks.Max() + 1];
        Array.Fill(_places, -1); // of those that have no place
        for (int number = 0; number < ranks.Length; number++) _places[ranks[number]] = number;
    }

    /// <summary>Number of axes.</summary>
    public int NDim => _shape.Length;

    /// <summary>Number of places.</summary>
    public int Size { get; }

    /// <summary>Number of ranks at each place: 1, unless they hold the same elements.</summary>
    public int Copies { get; }

    /// <summary>Places along each axis.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The place of a rank.</summary>
    /// <param name="rank">A rank.</param>
    /// <returns>One coordinate each an axis.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rank has no place.</exception>
    public int[] Coordinates(int rank)
    {
        var coordinates = new int[NDim];
        return TryGetCoordinates(rank, coordinates, out _)
            ? coordinates
            : throw new ArgumentOutOfRangeException(nameof(rank), rank, $"Rank {rank} has no place in the process grid {this}, which has {Size}.");
    }

    /// <summary>The place of a rank, if it has one.</summary>
    /// <param name="rank">A rank.</param>
    /// <param name="coordinates">One coordinate each an axis, when the result is true.</param>
    /// <param name="copy">Which of the ranks at this place it is, 0 to Copies - 1, when the result is true.</param>
    /// <returns>Whether the rank has a place.</returns>
    public bool TryGetCoordinates(int rank, Span<int> coordinates, out int copy)
    {
        copy = 0;
        coordinates.Clear();
        if (rank < 0 || (_places is not null && rank >= _places.Length)) return false;
        int rest = (_places is null ? rank : _places[rank]) - _origin;
        if (rest < 0) return false;
        foreach ((GridAxis axis, int index) in _nested)
        {
            int coordinate = rest / axis.Stride;
            if (coordinate >= axis.Extent) return false;
            rest -= coordinate * axis.Stride;
            if (index >= 0) coordinates[index] = coordinate;
            else copy = (copy * axis.Extent) + coordinate;
        }
        return rest == 0;
    }

    /// <summary>The rank at a place; the first one where there are copies.</summary>
    /// <param name="coordinates">One coordinate each an axis.</param>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public int RankOf(params ReadOnlySpan<int> coordinates) => RankOf(coordinates, 0);

    /// <summary>A rank at a place.</summary>
    /// <param name="coordinates">One coordinate each an axis.</param>
    /// <param name="copy">Which of the ranks there, 0 to Copies - 1.</param>
    /// <exception cref="ArgumentException">There is no such place or copy.</exception>
    public int RankOf(ReadOnlySpan<int> coordinates, int copy)
    {
        if (coordinates.Length != NDim) throw new ArgumentException($"There are {coordinates.Length} coordinates for {NDim} axes.", nameof(coordinates));
        if ((uint)copy >= (uint)Copies) throw new ArgumentOutOfRangeException(nameof(copy), copy, $"There is no copy {copy}: each place of the process grid {this} has {Copies} ranks.");
        int number = _origin;
        for (int axis = 0; axis < NDim; axis++)
        {
            if ((uint)coordinates[axis] >= (uint)_shape[axis])
                throw new ArgumentOutOfRangeException(nameof(coordinates), coordinates[axis], $"Coordinate {coordinates[axis]} is outside of axis {axis} of the process grid {this}.");
            number += coordinates[axis] * _axes[axis].Stride;
        }
        for (int i = _copies.Length - 1; i >= 0; i--)
        {
            number += copy % _copies[i].Extent * _copies[i].Stride;
            copy /= _copies[i].Extent;
        }
        return _ranks is null ? number : _ranks[number];
    }

    /// <summary>Whether two grids place every rank alike.</summary>
    /// <param name="left">A grid.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(ProcessGrid? left, ProcessGrid? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two grids place a rank differently.</summary>
    /// <param name="left">A grid.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(ProcessGrid? left, ProcessGrid? right) => !(left == right);

    /// <summary>Whether another grid places every rank alike.</summary>
    /// <param name="other">Another grid.</param>
    public bool Equals(ProcessGrid? other) => ReferenceEquals(this, other) || (other is not null && _origin == other._origin
        && _axes.AsSpan().SequenceEqual(other._axes) && _copies.AsSpan().SequenceEqual(other._copies)
        && (_ranks is null ? other._ranks is null : other._ranks is not null && _ranks.AsSpan().SequenceEqual(other._ranks)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProcessGrid);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int extent in _shape) hash.Add(extent);
        return hash.ToHashCode();
    }

    /// <summary>The extents, such as "2 x 3".</summary>
    public override string ToString() => NDim == 0 ? "()" : string.Join(" x ", _shape);

    private static GridAxis[] InCOrder(ReadOnlySpan<int> shape)
    {
        var axes = new GridAxis[shape.Length];
        long size = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(shape[axis], 1, nameof(shape));
            axes[axis] = new GridAxis(shape[axis], (int)size);
            size *= shape[axis];
            if (size > int.MaxValue) throw new ArgumentException($"A process grid of {string.Join(" x ", shape.ToArray())} has more ranks than there can be.", nameof(shape));
        }
        return axes;
    }
}
