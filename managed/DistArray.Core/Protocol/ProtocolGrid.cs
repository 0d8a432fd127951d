namespace DistArray;

/// <summary>The axis data of every process, put together and checked. Every rank checks the same numbers, so that all throw alike.</summary>
internal sealed class ProtocolGrid
{
    private const int Fields = 12;

    private readonly int _ndim;
    private readonly int _size;
    private readonly long[] _all;

    private ProtocolGrid(ICommunicator comm, ProtocolAxis[] axes)
    {
        _ndim = axes.Length;
        _size = comm.Size;
        int most = comm.Allreduce(_ndim, Operation<int>.Max);
        comm.ThrowIfAny(most != _ndim ? new ProtocolException($"Distributed Array Protocol: the array has {_ndim} dimensions here and {most} on another process.") : null);
        long[] mine = [.. axes.SelectMany(a => new long[] { a.Type, a.Size, a.GridSize, a.GridRank, a.Start, a.Stop, a.Left, a.Right, a.Periodic ? 1 : 0, a.BlockSize, a.OneToOne ? 1 : 0, a.Fingerprint })];
        _all = new long[mine.Length * _size];
        comm.Allgather<long>(mine, _all);
    }

    /// <summary>Checks the rules that span axes.</summary>
    /// <returns>What each process says of each axis.</returns>
    public static ProtocolGrid Check(ICommunicator comm, ProtocolAxis[] axes)
    {
        var grid = new ProtocolGrid(comm, axes);
        grid.CheckPlaces();
        for (int axis = 0; axis < axes.Length; axis++)
            if (axes[axis].Type == 'b') grid.CheckBlocks(axis);
        for (int axis = 0; axis < axes.Length; axis++)
            if (axes[axis].Type == 'u' && axes[axis].OneToOne) CheckOneToOne(comm, axes, axis);
        return grid;
    }

    /// <summary>The communicator of the processes along an axis, numbered by their place there.</summary>
    public static ICommunicator AxisCommunicator(ICommunicator comm, ProtocolAxis[] axes, int axis)
    {
        int color = 0;
        for (int other = 0; other < axes.Length; other++)
            if (other != axis) color = (color * axes[other].GridSize) + axes[other].GridRank;
        return comm.Split(color, axes[axis].GridRank)!;
    }

    /// <summary>Where the owned blocks of an axis begin, and its size.</summary>
    public long[] Bounds(int axis)
    {
        int parts = (int)At(0, axis).GridSize;
        var bounds = new long[parts + 1];
        for (int part = 0; part < parts; part++) bounds[part + 1] = Part(axis, part).OwnedStop;
        return bounds;
    }

    private void CheckPlaces()
    {
        if (_ndim == 0) return;
        int[] shape = [.. Enumerable.Range(0, _ndim).Select(axis => (int)At(0, axis).GridSize)];
        long product = shape.Aggregate(1L, (value, extent) => value * extent);
        if (product != _size) throw new ProtocolException($"Distributed Array Protocol: the process grid {string.Join(" x ", shape)} has {product} places, but there are {_size} processes.");
        var grid = new ProcessGrid(shape);
        for (int rank = 0; rank < _size; rank++)
        {
            int[] place = grid.Coordinates(rank);
            for (int axis = 0; axis < _ndim; axis++)
            {
                Entry mine = At(rank, axis), first = At(0, axis);
                if (mine.Common != first.Common) throw Broken(axis, $"dist_type, size, proc_grid_size, periodic, block_size and one_to_one differ: {first.Common} on process 0, {mine.Common} on process {rank}");
                if (mine.GridRank != place[axis]) throw Broken(axis, $"process {rank} says proc_grid_rank {mine.GridRank}, but C order puts it at {place[axis]}");
                Entry line = Part(axis, place[axis]);
                if (mine != line) throw Broken(axis, $"process {rank} does not agree with another process of the same proc_grid_rank {place[axis]}");
            }
        }
    }

    private void CheckBlocks(int axis)
    {
        int parts = (int)At(0, axis).GridSize;
        long end = 0;
        for (int part = 0; part < parts; part++)
        {
            Entry block = Part(axis, part);
            if (block.OwnedStop < block.OwnedStart) throw Broken(axis, $"the padding ({block.Left}, {block.Right}) of grid rank {part} is wider than its range {block.Start} to {block.Stop}");
            if (block.OwnedStart != end) throw Broken(axis, $"grid rank {part} owns from {block.OwnedStart}, but those before it own up to {end}");
            end = block.OwnedStop;
            if (part == 0) continue;
            Entry before = Part(axis, part - 1);
            if (before.Right != block.Left) throw Broken(axis, $"grid rank {part - 1} has right padding {before.Right}, but grid rank {part} has left padding {block.Left}");
            if (block.Left > Math.Min(before.OwnedStop - before.OwnedStart, block.OwnedStop - block.OwnedStart))
                throw Broken(axis, $"the padding of {block.Left} between grid ranks {part - 1} and {part} is more than one of them owns");
        }
        if (end != At(0, axis).Size) throw Broken(axis, $"the last block ends at {end}, but the size is {At(0, axis).Size}");
    }

    private static void CheckOneToOne(ICommunicator comm, ProtocolAxis[] axes, int axis)
    {
        using ICommunicator line = AxisCommunicator(comm, axes, axis);
        ProtocolException? problem = null;
        try
        {
            UnstructuredMap.Create(line, axes[axis].Size, axes[axis].Indices);
        }
        catch (RankFailedException exception)
        {
            problem = Broken(axis, $"one_to_one is true, but {exception.Message}");
        }
        comm.ThrowIfAny(problem);
    }

    private Entry Part(int axis, int part)
    {
        int rank = part;
        for (int inner = axis + 1; inner < _ndim; inner++) rank *= (int)At(0, inner).GridSize;
        return At(rank, axis);
    }

    private Entry At(int rank, int axis)
    {
        ReadOnlySpan<long> f = _all.AsSpan(((rank * _ndim) + axis) * Fields, Fields);
        return new Entry((char)f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8] != 0, f[9], f[10] != 0, f[11]);
    }

    private static ProtocolException Broken(int axis, string text) => new($"Distributed Array Protocol, axis {axis}: {text}.");

    private readonly record struct Entry(char Type, long Size, long GridSize, long GridRank, long Start, long Stop, long Left, long Right, bool Periodic, long BlockSize, bool OneToOne, long Fingerprint)
    {
        public (char, long, long, bool, long, bool) Common => (Type, Size, GridSize, Periodic, BlockSize, OneToOne);

        public long OwnedStart => Start + (GridRank > 0 ? Left : 0);

        public long OwnedStop => Stop - (GridRank < GridSize - 1 ? Right : 0);
    }
}
