using DistArray.Cli.CommandLine;

namespace DistArray.Cli.Layouts;

/// <summary>Makes the distribution on as many threads as there are ranks, and asks each for its part.</summary>
internal static class LayoutBuilder
{
    /// <exception cref="UsageException">The library refuses the distribution.</exception>
    public static ArrayLayout Build(LayoutOptions options)
    {
        var parts = new RankPart[options.Ranks];
        int[] grid = [];
        bool isReplicated = false;
        try
        {
            ThreadCommunicator.Run(options.Ranks, world =>
            {
                Distribution distribution = Distribute(options, world);
                parts[world.Rank] = PartOf(distribution);
                if (world.Rank == 0) (grid, isReplicated) = (distribution.Grid.Shape.ToArray(), distribution.IsReplicated);
            });
        }
        catch (RankFailedException e)
        {
            throw new UsageException($"layout: {ErrorText.Of(e.InnerException ?? e)}");
        }
        return new ArrayLayout(options.Shape, string.Concat(options.Codes), grid, options.Halo, options.Periodic, isReplicated, parts);
    }

    private static Distribution Distribute(LayoutOptions options, ICommunicator world)
    {
        ProcessGrid? grid = options.Grid is null ? null : new ProcessGrid(options.Grid);
        if (!options.Codes.Contains("u") && options.Bounds.Count == 0)
            return new Distribution(world, options.Shape, string.Concat(options.Codes), grid, options.Halo, options.Halo, options.Periodic);
        grid ??= ProcessGrid.Choose(world.Size, options.Shape, Array.ConvertAll(options.Codes, code => code != "n"));
        if (grid.Size != world.Size) throw new ArgumentException($"The process grid {grid} has {grid.Size} places for {world.Size} ranks. Choose extents whose product is {world.Size}.");
        DimMap[] maps = [.. options.Codes.Select((_, axis) => MapOf(options, axis, grid, world))];
        return new Distribution(world, maps, grid, options.Halo, options.Halo, options.Periodic);
    }

    private static DimMap MapOf(LayoutOptions options, int axis, ProcessGrid grid, ICommunicator world)
    {
        (long size, int parts) = (options.Shape[axis], grid.Shape[axis]);
        switch (options.Codes[axis])
        {
            case "b" when options.Bounds.TryGetValue(axis, out long[]? bounds):
                if (bounds.Length != parts + 1 || bounds[^1] != size)
                    throw new ArgumentException($"The bounds {string.Join(",", bounds)} of axis {axis} make {bounds.Length - 1} blocks up to {(bounds.Length == 0 ? 0 : bounds[^1])}, and the axis has {size} indices over {parts} ranks (process grid {grid}). Give {parts + 1} bounds that end with {size}, or another --grid.");
                return BlockMap.FromBounds(bounds);
            case "b":
                return new BlockMap(size, parts);
            case "n":
                return new ReplicatedMap(size);
            case "u":
                return Unstructured(options, axis, grid, world);
            case "c":
                return new CyclicMap(size, parts);
            case var code:
                return new BlockCyclicMap(size, parts, int.Parse(code[2..^1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    // The ranks that differ in their place along this axis alone share the map.
    private static UnstructuredMap Unstructured(LayoutOptions options, int axis, ProcessGrid grid, ICommunicator world)
    {
        (long size, int parts) = (options.Shape[axis], grid.Shape[axis]);
        if (options.Indices is { } given && given.Length != parts)
            throw new ArgumentException($"The file of --indices has {given.Length} lines, and axis {axis} has {parts} parts (process grid {grid}). Give a line each.");
        int[] place = grid.Coordinates(world.Rank);
        int others = 0;
        for (int other = 0; other < place.Length; other++) others = other == axis ? others : (others * grid.Shape[other]) + place[other];
        ICommunicator line = world.Split(others, place[axis])!;
        return UnstructuredMap.Create(line, size, options.Indices?[place[axis]] ?? ByChance(size, parts, place[axis], options.Seed!.Value + axis));
    }

    private static long[] ByChance(long size, int parts, int part, int seed)
    {
        long[] indices = [.. Enumerable.Range(0, checked((int)size)).Select(index => (long)index)];
        new Random(seed).Shuffle(indices);
        BlockMap cut = BlockMap.Balanced(size, parts);
        return [.. indices[(int)cut.Start(part)..(int)cut.Stop(part)].Order()];
    }

    private static RankPart PartOf(Distribution distribution)
    {
        int[] place = distribution.GridCoordinates.ToArray();
        var runs = new IndexRange[distribution.NDim][];
        for (int axis = 0; axis < runs.Length; axis++)
            runs[axis] = [.. distribution.DimMaps[axis].Runs(place[axis]).Select(run => new IndexRange(run.GlobalStart, run.GlobalStart + run.Count))];
        long stored = 1;
        foreach (int extent in distribution.LocalShapeWithHalo) stored *= extent;
        return new RankPart(distribution.Communicator.Rank, place, runs, distribution.LocalSize, stored - distribution.LocalSize);
    }
}
