namespace DistArray;

/// <summary>Finds the process grid and the bounds of its blocks from the block of each rank.</summary>
internal sealed class BlockInference
{
    /// <summary>Numbers an axis that a rank tells.</summary>
    public const int Fields = 4;

    private readonly int _ndim;
    private readonly int _size;
    private readonly long[] _shape;
    private readonly IndexRange[][] _blocks; // rank, axis
    private readonly int[] _owning;          // ranks whose block is not empty
    private readonly HashSet<int> _owners;

    private BlockInference(int ndim, int size, long[] all)
    {
        _ndim = ndim;
        _size = size;
        _shape = all[..ndim];
        _blocks = new IndexRange[size][];
        for (int rank = 0; rank < size; rank++)
        {
            int at = rank * Fields * ndim;
            if (!all.AsSpan(at, ndim).SequenceEqual(_shape))
                throw new DistributionMismatchException($"The global shape is {ShapeText.Of<long>(_shape)} on rank 0 and {ShapeText.Of<long>(all.AsSpan(at, ndim))} on rank {rank}. Give the same on every rank.");
            int differing = all.AsSpan(at + (3 * ndim), ndim).CommonPrefixLength(all.AsSpan(3 * ndim, ndim));
            if (differing < ndim)
                throw new DistributionMismatchException($"Axis {differing} is {(all[(3 * ndim) + differing] != 0 ? "" : "not ")}periodic on rank 0, but not so on rank {rank}. Give the same on every rank.");
            _blocks[rank] = new IndexRange[ndim];
            for (int axis = 0; axis < ndim; axis++)
            {
                long start = all[at + ndim + axis];
                _blocks[rank][axis] = new IndexRange(start, start + all[at + (2 * ndim) + axis]);
            }
        }
        _owning = [.. Enumerable.Range(0, size).Where(rank => _blocks[rank].All(range => range.Length > 0))];
        _owners = [.. _owning];
    }

    /// <summary>Maps and grid, the same on every rank because what they are made of is.</summary>
    /// <param name="ndim">Number of dimensions.</param>
    /// <param name="size">Number of ranks.</param>
    /// <param name="all">Global shape, offset, local shape and periodic flags of each rank, rank after rank.</param>
    public static (DimMap[] Maps, ProcessGrid Grid) Infer(int ndim, int size, long[] all)
    {
        var inference = new BlockInference(ndim, size, all);
        return inference.Replicated() ?? inference.Regular() ?? throw inference.Failure();
    }

    private (DimMap[] Maps, ProcessGrid Grid)? Replicated()
    {
        if (_size > 1 && !_blocks.All(block => block.Select((range, axis) => range == new IndexRange(0, _shape[axis])).All(whole => whole))) return null;
        if (_size > 1 && _owning.Length == 0) return null;
        if (_size == 1 && !_blocks[0].Select((range, axis) => range.Length == _shape[axis]).All(whole => whole)) return null;
        return (Array.ConvertAll(_shape, DimMap (extent) => new ReplicatedMap(extent)), new ProcessGrid([.. _shape.Select(_ => 1)]));
    }

    // Tries each grid of all ranks in C order, then in Fortran order, then the grid of the ranks that own something in whatever order they are.
    // First those grids that also give ranks without elements the local shape that they told; several may agree on the rest.
    private (DimMap[] Maps, ProcessGrid Grid)? Regular()
    {
        if (_ndim == 0) return null;
        if (_owning.Length == 0 && !_shape.Contains(0)) return null;
        int[] distinct = [.. Enumerable.Range(0, _ndim).Select(axis => Math.Max(1, _owning.Select(rank => _blocks[rank][axis].Start).Distinct().Count()))];
        bool[] every = [.. _shape.Select(_ => true)];
        int[][] candidates = [.. ProcessGrid.Factorizations(_size, every).Where(parts => parts.Zip(distinct).All(pair => pair.First >= pair.Second))];
        ProcessGrid[] grids = [.. candidates.Select(parts => new ProcessGrid(parts)), .. candidates.Select(FortranOrder)];
        foreach (bool exactly in (bool[])[true, false])
            foreach (ProcessGrid grid in grids)
                if (TryGrid(grid, exactly) is { } found) return found;
        return _owning.Length == _size && TryOwnOrder(distinct) is { } own ? own : null;
    }

    private static ProcessGrid FortranOrder(int[] parts) => new ProcessGrid([.. parts.Reverse()]).Reversed();

    private (DimMap[] Maps, ProcessGrid Grid)? TryOwnOrder(int[] parts)
    {
        if (parts.Aggregate(1L, (product, extent) => product * extent) != _size) return null;
        long[][] starts = [.. Enumerable.Range(0, _ndim).Select(axis => _blocks.Select(block => block[axis].Start).Distinct().Order().ToArray())];
        var plain = new ProcessGrid(parts);
        var ranks = new int[_size];
        Array.Fill(ranks, -1);
        for (int rank = 0; rank < _size; rank++)
            ranks[plain.RankOf([.. starts.Select((values, axis) => Array.IndexOf(values, _blocks[rank][axis].Start))])] = rank;
        return ranks.Contains(-1) ? null : TryGrid(ProcessGrid.WithRanks(parts, ranks), exactly: true);
    }

    private (DimMap[] Maps, ProcessGrid Grid)? TryGrid(ProcessGrid grid, bool exactly)
    {
        var maps = new DimMap[_ndim];
        int[][] coordinates = [.. Enumerable.Range(0, _size).Select(grid.Coordinates)];
        for (int axis = 0; axis < _ndim; axis++)
        {
            var ranges = new IndexRange?[grid.Shape[axis]];
            foreach (int rank in _owning)
            {
                ref IndexRange? range = ref ranges[coordinates[rank][axis]];
                range ??= _blocks[rank][axis];
                if (range != _blocks[rank][axis]) return null;
            }
            if (Bounds(ranges, axis) is not { } bounds) return null;
            maps[axis] = bounds.Length == 2 ? new ReplicatedMap(_shape[axis]) : BlockMap.FromBounds(bounds);
        }
        // A rank that owns nothing must lie where the grid says that there is nothing.
        for (int rank = 0; rank < _size; rank++)
        {
            bool owns = Enumerable.Range(0, _ndim).All(axis => maps[axis].LocalSize(coordinates[rank][axis]) > 0);
            if (owns != _owners.Contains(rank)) return null;
            if (exactly && Enumerable.Range(0, _ndim).Any(axis => maps[axis].LocalSize(coordinates[rank][axis]) != _blocks[rank][axis].Length)) return null;
        }
        return (maps, grid);
    }

    // The bounds of an axis, where its ranges follow each other without gap or overlap from 0 to the end. Empty parts get what lies between.
    private long[]? Bounds(IndexRange?[] ranges, int axis)
    {
        var bounds = new long[ranges.Length + 1];
        for (int part = 0; part < ranges.Length; part++)
        {
            if (ranges[part] is { } range && range.Start != bounds[part]) return null;
            bounds[part + 1] = ranges[part]?.Stop ?? bounds[part];
        }
        if (_owning.Length == 0) bounds[^1] = _shape[axis];
        return bounds[^1] == _shape[axis] ? bounds : null;
    }

    private DistributionMismatchException Failure()
    {
        const int Shown = 8;
        string blocks = string.Join(", ", _blocks.Take(Shown).Select((block, rank) => $"rank {rank} [{string.Join(", ", block)}]"));
        return new DistributionMismatchException(
            $"The blocks of {_size} ranks do not tile an array of shape {ShapeText.Of<long>(_shape)} as a grid: {blocks}{(_size > Shown ? ", …" : "")}. "
            + "Check the offsets and local shapes; halo cells do not count.");
    }
}
