namespace DistArray;

/// <summary>An arrangement of ranks along the axes of an array, in C order: the last coordinate varies fastest.</summary>
/// <remarks>Grids that were inferred from blocks in another order keep that order.</remarks>
public sealed partial class ProcessGrid : IEquatable<ProcessGrid>
{
    private readonly int[] _shape;
    private readonly int[]? _ranks;  // rank at each place, where that is not C order
    private readonly int[]? _places; // its inverse

    /// <summary>Arranges as many ranks as the extents multiply to.</summary>
    /// <param name="shape">Ranks along each axis.</param>
    public ProcessGrid(params ReadOnlySpan<int> shape) : this(shape.ToArray(), null) { }

    private ProcessGrid(int[] shape, int[]? ranks)
    {
        long size = 1;
        foreach (int extent in shape)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(extent, 1, nameof(shape));
            size *= extent;
            if (size > int.MaxValue) throw new ArgumentException($"A process grid of {string.Join(" x ", shape)} has more ranks than there can be.", nameof(shape));
        }
        _shape = shape;
        Size = (int)size;
        if (ranks is null || ranks.AsSpan().SequenceEqual([.. Enumerable.Range(0, Size)])) return;
        _ranks = ranks;
        _places = new int[Size];
        for (int place = 0; place < Size; place++) _places[ranks[place]] = place;
    }

    /// <summary>Number of axes.</summary>
    public int NDim => _shape.Length;

    /// <summary>Number of ranks.</summary>
    public int Size { get; }

    /// <summary>Ranks along each axis.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The place of a rank.</summary>
    /// <param name="rank">A rank.</param>
    /// <returns>One coordinate each an axis.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public int[] Coordinates(int rank)
    {
        if ((uint)rank >= (uint)Size) throw new ArgumentOutOfRangeException(nameof(rank), rank, $"There is no rank {rank}: the process grid {this} has {Size}.");
        int place = _places is null ? rank : _places[rank];
        var coordinates = new int[NDim];
        for (int axis = NDim - 1; axis >= 0; axis--)
        {
            coordinates[axis] = place % _shape[axis];
            place /= _shape[axis];
        }
        return coordinates;
    }

    /// <summary>The rank at a place.</summary>
    /// <param name="coordinates">One coordinate each an axis.</param>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public int RankOf(params ReadOnlySpan<int> coordinates)
    {
        if (coordinates.Length != NDim) throw new ArgumentException($"There are {coordinates.Length} coordinates for {NDim} axes.", nameof(coordinates));
        int place = 0;
        for (int axis = 0; axis < NDim; axis++)
        {
            if ((uint)coordinates[axis] >= (uint)_shape[axis])
                throw new ArgumentOutOfRangeException(nameof(coordinates), coordinates[axis], $"Coordinate {coordinates[axis]} is outside of axis {axis} of the process grid {this}.");
            place = (place * _shape[axis]) + coordinates[axis];
        }
        return _ranks is null ? place : _ranks[place];
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
    public bool Equals(ProcessGrid? other) => other is not null && _shape.AsSpan().SequenceEqual(other._shape)
        && (_ranks is null ? other._ranks is null : other._ranks is not null && _ranks.AsSpan().SequenceEqual(other._ranks));

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

    /// <summary>Whether the last coordinate varies fastest with the rank.</summary>
    internal bool IsInCOrder => _ranks is null;

    /// <summary>A grid with a rank of one's choice at each place, places counted in C order.</summary>
    internal static ProcessGrid WithRanks(int[] shape, int[] ranks) => new(shape, ranks);

    /// <summary>The grid with its axes in the opposite order; every rank keeps its block.</summary>
    internal ProcessGrid Reversed()
    {
        int[] shape = [.. _shape.Reverse()];
        var ranks = new int[Size];
        var plain = new ProcessGrid(shape, null);
        for (int rank = 0; rank < Size; rank++)
        {
            int[] coordinates = Coordinates(rank);
            Array.Reverse(coordinates);
            ranks[plain.RankOf(coordinates)] = rank;
        }
        return new ProcessGrid(shape, ranks);
    }
}
