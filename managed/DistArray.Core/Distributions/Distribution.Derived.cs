namespace DistArray;

public sealed partial class Distribution
{
    // Ranks may be threads, and a communicator and the plans of its exchanges belong to one.
    [ThreadStatic] private static SelfCommunicator? t_self;

    private DistributionRelatives? _relatives;

    /// <summary>Distributions of arrays that lie where another one does. All are local, and leave halos behind.</summary>
    internal Distribution With(DimMap[] maps, ProcessGrid grid) => new(Communicator, maps, grid, default) { IsLiteral = IsLiteral };

    /// <summary>Distributions of other shapes that operations with this one have needed.</summary>
    internal DistributionRelatives Relatives => _relatives ??= new DistributionRelatives(this);

    /// <summary>Whether the array is a value that the program itself gave to every rank, and so meets arrays of any communicator.</summary>
    internal bool IsLiteral { get; private init; }

    /// <summary>The distribution of a value that every rank has by itself.</summary>
    internal static Distribution Literal(ReadOnlySpan<long> shape)
    {
        DimMap[] maps = Array.ConvertAll(shape.ToArray(), DimMap (extent) => new ReplicatedMap(extent));
        return new Distribution(t_self ??= new SelfCommunicator(), maps, new ProcessGrid(Array.ConvertAll(maps, _ => 1)), default) { IsLiteral = true };
    }

    /// <summary>The distribution in which the same ranks own the same elements, and store nothing else.</summary>
    /// <returns>A distribution without halo; this one where it has none on this rank.</returns>
    /// <remarks>Local.</remarks>
    public Distribution WithoutHalo() => HasHalo ? With(_maps, Grid) : this;

    /// <summary>The axis has another map over the same parts.</summary>
    internal Distribution WithMap(int axis, DimMap map)
    {
        DimMap[] maps = [.. _maps];
        maps[axis] = map;
        return With(maps, Grid);
    }

    /// <summary>The ranks of one part of an axis, without the axis.</summary>
    internal Distribution Select(int axis, int part) => With(Without(axis), Grid.Select(axis, part));

    /// <summary>Without an axis; the ranks along it hold the same elements.</summary>
    internal Distribution Collapse(int axis) => With(Without(axis), Grid.Collapse(axis));

    /// <summary>The distribution of arrays with one more axis, which is not divided: of several vectors instead of one.</summary>
    /// <param name="axis">Where the new axis stands, 0 to NDim.</param>
    /// <param name="extent">Its extent.</param>
    /// <returns>A distribution without halo; the same ranks own the same indices of the other axes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place, or the extent is negative.</exception>
    /// <remarks>Local.</remarks>
    public Distribution InsertAxis(int axis, long extent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(axis);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(axis, NDim);
        return Insert(axis, new ReplicatedMap(extent));
    }

    /// <summary>With one more axis that is not divided.</summary>
    internal Distribution Insert(int axis, DimMap map) => With([.. _maps[..axis], map, .. _maps[axis..]], Grid.Insert(axis));

    /// <summary>With the axes in another order, halos included: for each new axis the old one.</summary>
    internal Distribution Permute(int[] axes) => new(Communicator, Array.ConvertAll(axes, axis => _maps[axis]), Grid.Permuted(axes),
        new Halo(Array.ConvertAll(axes, axis => _haloLow[axis]), Array.ConvertAll(axes, axis => _haloHigh[axis]), Array.ConvertAll(axes, axis => _periodic[axis]))) { IsLiteral = IsLiteral };

    /// <summary>Whether this rank stores more than it owns.</summary>
    internal bool HasHalo => !_localShape.AsSpan().SequenceEqual(_localShapeWithHalo);

    /// <summary>The first rank that owns an element, the same on every rank.</summary>
    internal int PrimaryOwner(ReadOnlySpan<long> indices)
    {
        var coordinates = new int[NDim];
        for (int axis = 0; axis < NDim; axis++) coordinates[axis] = _maps[axis].Owner(Check(axis, indices[axis]));
        return Grid.RankOf(coordinates);
    }

    private DimMap[] Without(int axis) => [.. _maps[..axis], .. _maps[(axis + 1)..]];
}
