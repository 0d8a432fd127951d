namespace DistArray.Core.Tests.Shape;

/// <summary>Distributions and arrays of every kind, by a seed that is the same on every rank.</summary>
internal static class Layouts
{
    /// <summary>Any maps over any grid; also with copies of the elements on several ranks, or ranks that own nothing.</summary>
    public static Distribution Random(ICommunicator comm, System.Random random, ReadOnlySpan<long> shape)
    {
        int derive = random.Next(6); // 0: copies, 1: ranks without a place, else plain
        int ndim = shape.Length, axes = ndim + (derive < 2 ? 1 : 0);
        bool[] divided = new bool[axes];
        for (int axis = 0; axis < axes; axis++) divided[axis] = axis >= ndim || random.Next(3) > 0;
        int[][] grids = divided.Contains(true) ? [.. ProcessGrid.Factorizations(comm.Size, divided)] : [[.. divided.Select(_ => 1)]];
        int[] extents = grids[random.Next(grids.Length)];
        bool isWhole = extents.Aggregate(1, (product, extent) => product * extent) != comm.Size;
        int[] ranks = [.. Enumerable.Range(0, comm.Size)];
        if (random.Next(4) == 0) random.Shuffle(ranks);
        ProcessGrid? grid = isWhole ? ProcessGrid.Replicated(axes, comm.Size) : ProcessGrid.WithRanks(extents, ranks);
        var maps = new DimMap[axes];
        for (int axis = 0; axis < axes; axis++) maps[axis] = Map(comm, random, grid, axis, axis < ndim ? shape[axis] : 3, Math.Max(1, extents[axis]));
        int[] low = new int[axes], high = new int[axes];
        for (int axis = 0; axis < axes && random.Next(4) == 0; axis++)
            if (maps[axis] is BlockMap or ReplicatedMap) (low[axis], high[axis]) = (random.Next(3), random.Next(3));
        var distribution = new Distribution(comm, maps, grid, low, high);
        return derive switch
        {
            0 => distribution.Collapse(ndim),
            1 => distribution.Select(ndim, random.Next(extents[ndim])),
            _ => distribution,
        };
    }

    /// <summary>0, 1, 2, … in row-major order, in any distribution and memory order, at times as a view of a larger array.</summary>
    public static DistArray<double> Arange(ICommunicator comm, System.Random random, params long[] shape)
    {
        MemoryOrder order = random.Next(3) == 0 ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor;
        if (random.Next(4) > 0) return Arange(Random(comm, random, shape), order);
        AxisIndex[] slices = [.. shape.Select(_ => (AxisIndex)(random.Next(3) switch
        {
            0 => Np.Slice(1, null, 2),
            1 => Np.Slice(-2, 0, -2),
            _ => Np.Slice(null, null, 2),
        }))];
        long[] larger = [.. shape.Select((extent, axis) => Math.Max(0, (2 * extent) + (slices[axis].Slice.Step < 0 ? 1 : slices[axis].Slice.Start is null ? -1 : 0)))];
        DistArray<double> view = Np.Zeros<double>(Random(comm, random, larger), order)[slices];
        Assert.That(view.Shape.ToArray(), Is.EqualTo(shape));
        view.Assign(Arange(view.Distribution, order));
        return view;
    }

    public static DistArray<double> Arange(Distribution distribution, MemoryOrder order = MemoryOrder.RowMajor, double from = 0)
    {
        long[] shape = distribution.Shape.ToArray();
        return Np.FromFunction<double>(distribution, indices =>
        {
            long at = 0;
            for (int axis = 0; axis < shape.Length; axis++) at = (at * shape[axis]) + indices[axis];
            return from + at;
        }, order);
    }

    private static DimMap Map(ICommunicator comm, System.Random random, ProcessGrid grid, int axis, long size, int parts)
    {
        int kind = random.Next(8);
        switch (kind)
        {
            case 0 when parts == 1:
                return new ReplicatedMap(size);
            case 0 or 1:
                return new BlockMap(size, parts);
            case 2:
                return BlockMap.Balanced(size, parts);
            case 3:
                return BlockMap.FromBounds([0, .. Cuts(random, size, parts), size]);
            case 4:
                return new CyclicMap(size, parts);
            case 5:
                return new BlockCyclicMap(size, parts, random.Next(1, 4));
            case 6:
                long[] indices = [.. Enumerable.Range(0, (int)size).Select(index => (long)index)];
                random.Shuffle(indices);
                long[] cuts = [0, .. Cuts(random, size, parts), size];
                int[] place = grid.Coordinates(comm.Rank);
                int part = place[axis];
                place[axis] = 0;
                ICommunicator line = parts == 1 ? comm.Split(comm.Rank, 0)! : comm.Split(grid.RankOf(place), part)!;
                return UnstructuredMap.Create(line, size, indices[(int)cuts[part]..(int)cuts[part + 1]]);
            default:
                long step = random.Next(1, 3) * (random.Next(2) == 0 ? 1 : -1), start = random.Next(3), reach = Math.Max(0, size - 1) * Math.Abs(step);
                DimMap source = Map(comm, random, grid, axis, start + reach + 1, parts);
                return SlicedMap.Create(source, step > 0 ? start : start + reach, step, size);
        }
    }

    private static long[] Cuts(System.Random random, long size, int parts)
    {
        long[] cuts = [.. Enumerable.Range(1, parts - 1).Select(_ => random.NextInt64(size + 1))];
        Array.Sort(cuts);
        return cuts;
    }
}
