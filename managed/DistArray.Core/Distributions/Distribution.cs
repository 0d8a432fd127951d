namespace DistArray;

/// <summary>Which rank owns which element of an array: a <see cref="DimMap"/> each an axis over a <see cref="ProcessGrid"/>, with halo widths and periodic axes.</summary>
/// <remarks>
/// <para>Each rank stores what it owns and, around it, its halo: <see cref="HaloLow"/> and <see cref="HaloHigh"/> cells an axis. Between ranks a halo holds
/// copies of the neighbours' cells; so it does at the ends of a periodic axis. At the ends of an axis that is not periodic it holds cells for
/// boundary conditions, which belong to no global index.</para>
/// <para>Where no axis is divided, every rank has all elements (<see cref="IsReplicated"/>).</para>
/// <para>Distributions that come from others, such as that of a sum along a distributed axis, may give the same elements to several ranks
/// (<see cref="IsPrimary"/>); those of arrays of which one index was taken may give nothing to others (<see cref="IsMember"/>).</para>
/// </remarks>
public sealed partial class Distribution
{
    private readonly DimMap[] _maps;
    private readonly long[] _shape;
    private readonly int[] _localShape;
    private readonly int[] _localShapeWithHalo;
    private readonly int[] _haloLow;
    private readonly int[] _haloHigh;
    private readonly bool[] _periodic;
    private readonly int[] _coordinates;

    /// <summary>Distributes an array by codes.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="shape">Global shape.</param>
    /// <param name="codes">One code each an axis: b (block), c (cyclic), c(k) (block-cyclic, blocks of k), n (not divided). Such as "bn" or "c(2)b".</param>
    /// <param name="grid">Arrangement of the ranks; a good one is chosen if null.</param>
    /// <param name="haloLow">Halo width of each axis at its low side, on every rank; none if empty.</param>
    /// <param name="haloHigh">Halo width of each axis at its high side, on every rank; none if empty.</param>
    /// <param name="periodic">Whether each axis is periodic; none if empty.</param>
    /// <exception cref="ArgumentException">The codes, the grid or the halos do not fit the shape or the number of ranks.</exception>
    /// <remarks>Local: give the same arguments on every rank.</remarks>
    public Distribution(ICommunicator communicator, ReadOnlySpan<long> shape, string codes, ProcessGrid? grid = null,
        ReadOnlySpan<int> haloLow = default, ReadOnlySpan<int> haloHigh = default, ReadOnlySpan<bool> periodic = default)
        : this(communicator, DistributionCodes.Maps(communicator, shape, codes, ref grid), Checked(communicator, grid!), new Halo(haloLow, haloHigh, periodic))
    {
    }

    /// <summary>Distributes an array by blocks along its first axis.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="shape">Global shape.</param>
    /// <remarks>Local: give the same arguments on every rank.</remarks>
    public Distribution(ICommunicator communicator, ReadOnlySpan<long> shape)
        : this(communicator, shape, shape.IsEmpty ? "" : "b" + new string('n', shape.Length - 1))
    {
    }

    /// <summary>Distributes an array by a map each an axis.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="maps">One map each an axis; their numbers of parts multiply to the number of ranks, or are all 1.</param>
    /// <param name="grid">Arrangement of the ranks, as many along each axis as its map has parts; in C order if null.</param>
    /// <param name="haloLow">Halo width of each axis at its low side, on this rank; none if empty.</param>
    /// <param name="haloHigh">Halo width of each axis at its high side, on this rank; none if empty.</param>
    /// <param name="periodic">Whether each axis is periodic; none if empty.</param>
    /// <exception cref="ArgumentException">The maps, the grid or the halos do not fit together or the number of ranks.</exception>
    /// <remarks>Local: give the same arguments on every rank, except for the halos, which may differ.</remarks>
    public Distribution(ICommunicator communicator, ReadOnlySpan<DimMap> maps, ProcessGrid? grid = null,
        ReadOnlySpan<int> haloLow = default, ReadOnlySpan<int> haloHigh = default, ReadOnlySpan<bool> periodic = default)
        : this(communicator, maps.ToArray(), Checked(communicator, grid ?? new ProcessGrid(Array.ConvertAll(maps.ToArray(), map => map.Parts))), new Halo(haloLow, haloHigh, periodic))
    {
    }

    private Distribution(ICommunicator communicator, DimMap[] maps, ProcessGrid grid, Halo halo)
    {
        Communicator = communicator;
        _maps = maps;
        Grid = grid;
        CheckGrid();
        _haloLow = PerAxis(halo.Low, nameof(halo.Low));
        _haloHigh = PerAxis(halo.High, nameof(halo.High));
        _periodic = PerAxis(halo.Periodic, nameof(halo.Periodic));
        _coordinates = new int[NDim];
        IsMember = Grid.TryGetCoordinates(communicator.Rank, _coordinates, out int copy);
        IsPrimary = IsMember && copy == 0;
        _shape = Array.ConvertAll(_maps, map => map.Size);
        _localShape = new int[NDim];
        _localShapeWithHalo = new int[NDim];
        Size = 1;
        for (int axis = 0; axis < NDim; axis++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(_haloLow[axis], "haloLow");
            ArgumentOutOfRangeException.ThrowIfNegative(_haloHigh[axis], "haloHigh");
            _localShape[axis] = IsMember ? _maps[axis].LocalSize(_coordinates[axis]) : 0;
            _localShapeWithHalo[axis] = checked(_localShape[axis] + _haloLow[axis] + _haloHigh[axis]);
            CheckHalo(axis);
            Size = checked(Size * _shape[axis]);
        }
    }

    /// <summary>The ranks.</summary>
    public ICommunicator Communicator { get; }

    /// <summary>Arrangement of the ranks along the axes.</summary>
    public ProcessGrid Grid { get; }

    /// <summary>Number of dimensions.</summary>
    public int NDim => _maps.Length;

    /// <summary>Global number of elements.</summary>
    public long Size { get; }

    /// <summary>Global shape.</summary>
    public ReadOnlySpan<long> Shape => _shape;

    /// <summary>Shape of what this rank owns.</summary>
    public ReadOnlySpan<int> LocalShape => _localShape;

    /// <summary>Shape of what this rank stores: owned and halo.</summary>
    public ReadOnlySpan<int> LocalShapeWithHalo => _localShapeWithHalo;

    /// <summary>Number of elements that this rank owns.</summary>
    public long LocalSize
    {
        get
        {
            long size = IsMember ? 1 : 0;
            foreach (int extent in _localShape) size *= extent;
            return size;
        }
    }

    /// <summary>Map of each axis.</summary>
    public ReadOnlySpan<DimMap> DimMaps => _maps;

    /// <summary>Halo width of each axis at its low side, on this rank.</summary>
    public ReadOnlySpan<int> HaloLow => _haloLow;

    /// <summary>Halo width of each axis at its high side, on this rank.</summary>
    public ReadOnlySpan<int> HaloHigh => _haloHigh;

    /// <summary>Whether each axis is periodic.</summary>
    public ReadOnlySpan<bool> Periodic => _periodic;

    /// <summary>Whether this rank has a place in the process grid; else it owns nothing.</summary>
    public bool IsMember { get; }

    /// <summary>Whether this rank has a place in the process grid and stands for those that hold the same elements: sums count its elements, files get them from it.</summary>
    public bool IsPrimary { get; }

    /// <summary>This rank's place in the process grid; zeros where it has none.</summary>
    public ReadOnlySpan<int> GridCoordinates => _coordinates;

    /// <summary>Whether every rank has all elements: no axis is divided.</summary>
    public bool IsReplicated => Grid.Size == 1 && Grid.Copies == Communicator.Size;

    private void CheckGrid()
    {
        if (Grid.NDim != NDim) throw new ArgumentException($"The process grid {Grid} has {Grid.NDim} axes, but the array has {NDim}.");
        for (int axis = 0; axis < NDim; axis++)
        {
            if (Grid.Shape[axis] != _maps[axis].Parts)
                throw new ArgumentException($"Axis {axis} is divided into {_maps[axis].Parts} parts, but the process grid {Grid} has {Grid.Shape[axis]} there.");
        }
    }

    // A grid of one place is that of all ranks.
    private static ProcessGrid Checked(ICommunicator communicator, ProcessGrid grid)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        if ((long)grid.Size * grid.Copies == communicator.Size) return grid;
        if (grid.Size == 1) return ProcessGrid.Replicated(grid.NDim, communicator.Size);
        throw new ArgumentException($"The process grid {grid} has {grid.Size} places, but the communicator has {communicator.Size} ranks. Choose extents whose product is {communicator.Size}.");
    }

    private void CheckHalo(int axis)
    {
        if (_haloLow[axis] + _haloHigh[axis] > 0 && _maps[axis] is not (BlockMap or ReplicatedMap))
            throw new ArgumentException($"Axis {axis} is distributed as {_maps[axis]}, but only block axes and axes that are not divided have a halo.");
    }

    private readonly ref struct Halo(ReadOnlySpan<int> low, ReadOnlySpan<int> high, ReadOnlySpan<bool> periodic)
    {
        public ReadOnlySpan<int> Low { get; } = low;

        public ReadOnlySpan<int> High { get; } = high;

        public ReadOnlySpan<bool> Periodic { get; } = periodic;
    }

    private T[] PerAxis<T>(ReadOnlySpan<T> values, string name)
    {
        if (values.IsEmpty) return new T[NDim];
        return values.Length == NDim ? values.ToArray() : throw new ArgumentException($"There are {values.Length} values of {name} for {NDim} axes. Give one each an axis, or none.", name);
    }
}
