namespace DistArray.Core.Tests.Reductions;

/// <summary>Distributions of every kind: any maps over any grid, with copies and ranks outside, unstructured and sliced axes.</summary>
internal static class RandomDistribution
{
    /// <summary>The same on every rank for the same seed.</summary>
    public static Distribution Make(ICommunicator comm, long[] shape, int seed)
    {
        var random = new System.Random(seed);
        // Axes that are taken away again leave copies, or ranks outside.
        int extra = random.Next(4) == 0 ? 1 : 0;
        long[] whole = [.. shape, .. Enumerable.Repeat(3L, extra)];
        if (whole.Length == 0) return new Distribution(comm, [], "");
        int[] parts = Factor(comm.Size, whole.Length, random);
        bool reversed = random.Next(5) == 0;
        ProcessGrid grid = reversed ? new ProcessGrid([.. parts.Reverse()]).Reversed() : new ProcessGrid(parts);
        var maps = new DimMap[whole.Length];
        for (int axis = 0; axis < maps.Length; axis++) maps[axis] = Map(comm, grid, axis, whole[axis], random);
        var distribution = new Distribution(comm, maps, grid);
        if (extra == 0) return distribution;
        bool copies = random.Next(2) == 0;
        int part = random.Next(parts[^1]);
        return copies ? distribution.Collapse(shape.Length) : distribution.Select(shape.Length, part);
    }

    private static DimMap Map(ICommunicator comm, ProcessGrid grid, int axis, long size, System.Random random)
    {
        int parts = grid.Shape[axis], kind = random.Next(8), step = random.Next(1, 4), inner = random.Next();
        bool backwards = random.Next(2) == 0;
        return kind switch
        {
            5 => Unstructured(comm, grid, axis, size, inner),
            6 => SlicedMap.Create(Plain(2 + (size * step), parts, random), backwards ? 1 + (size * step) : 1, backwards ? -step : step, size),
            7 => SlicedMap.Create(Unstructured(comm, grid, axis, 2 + (size * step), inner), backwards ? 1 + (size * step) : 1, backwards ? -step : step, size),
            _ => Plain(size, parts, random),
        };
    }

    private static DimMap Plain(long size, int parts, System.Random random)
    {
        int kind = random.Next(5), block = random.Next(1, 4);
        long[] bounds = [0, .. Enumerable.Range(0, parts - 1).Select(_ => random.NextInt64(size + 1)).Order(), size];
        if (parts == 1 && kind > 1) return new ReplicatedMap(size);
        return kind switch
        {
            0 => new BlockMap(size, parts),
            1 => BlockMap.Balanced(size, parts),
            2 => BlockMap.FromBounds(bounds),
            3 => new CyclicMap(size, parts),
            _ => new BlockCyclicMap(size, parts, block),
        };
    }

    private static UnstructuredMap Unstructured(ICommunicator comm, ProcessGrid grid, int axis, long size, int seed)
    {
        int[] place = grid.Coordinates(comm.Rank);
        int part = place[axis], color = 0;
        for (int other = 0; other < grid.NDim; other++) color = (color * grid.Shape[other]) + (other == axis ? 0 : place[other]);
        ICommunicator along = comm.Split(color, part)!;
        var random = new System.Random(seed);
        int[] owners = [.. Enumerable.Range(0, (int)size).Select(_ => random.Next(grid.Shape[axis]))];
        long[] order = [.. Enumerable.Range(0, (int)size).Select(i => (long)i)];
        random.Shuffle(order);
        return UnstructuredMap.Create(along, size, [.. order.Where(index => owners[index] == part)]);
    }

    private static int[] Factor(int size, int axes, System.Random random)
    {
        var parts = new int[axes];
        Array.Fill(parts, 1);
        for (int factor = 2; size > 1; factor++)
        {
            for (; size % factor == 0; size /= factor) parts[random.Next(axes)] *= factor;
        }
        return parts;
    }
}
