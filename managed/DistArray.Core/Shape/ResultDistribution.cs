namespace DistArray;

/// <summary>Distributions of results that are larger or smaller than the array that they come from.</summary>
internal static class ResultDistribution
{
    /// <summary>The same grid, and along an axis a map of the same kind for another extent: blocks of ceil(extent / parts), or as it was where the extent is.</summary>
    public static Distribution WithExtent(Distribution distribution, int axis, long extent) => distribution.WithMap(axis, Map(distribution.DimMaps[axis], extent));

    /// <summary>The same grid and kinds for another shape.</summary>
    public static Distribution WithShape(Distribution distribution, ReadOnlySpan<long> shape)
    {
        DimMap[] maps = distribution.DimMaps.ToArray();
        for (int axis = 0; axis < maps.Length; axis++) maps[axis] = Map(maps[axis], shape[axis]);
        return distribution.With(maps, distribution.Grid);
    }

    /// <summary>By blocks along the first axis over the ranks of an array; a literal where that is one.</summary>
    public static Distribution Blocks(Distribution like, ReadOnlySpan<long> shape)
    {
        if (like.IsLiteral) return Distribution.Literal(shape);
        return like.IsReplicated ? Replicated(like.Communicator, shape) : new Distribution(like.Communicator, shape);
    }

    /// <summary>The whole array on every rank.</summary>
    public static Distribution Replicated(ICommunicator communicator, ReadOnlySpan<long> shape) =>
        new(communicator, Array.ConvertAll(shape.ToArray(), DimMap (extent) => new ReplicatedMap(extent)), ProcessGrid.Replicated(shape.Length, communicator.Size));

    /// <summary>One axis, of which each rank brings a number of elements. <b>Collective.</b></summary>
    public static Distribution Gathered(ICommunicator communicator, long mine)
    {
        long[] counts = communicator.Allgather(mine), bounds = new long[counts.Length + 1];
        for (int rank = 0; rank < counts.Length; rank++) bounds[rank + 1] = bounds[rank] + counts[rank];
        return new Distribution(communicator, [BlockMap.FromBounds(bounds)]);
    }

    /// <summary>Whether a rank has all of an axis, and knows where.</summary>
    public static bool IsWhole(DimMap map) => map.Parts == 1 && !map.KnowsOwnPartOnly;

    private static DimMap Map(DimMap map, long extent) => map switch
    {
        _ when extent == map.Size => map,
        { Parts: 1 } => new ReplicatedMap(extent),
        CyclicMap => new CyclicMap(extent, map.Parts),
        BlockCyclicMap cyclic => new BlockCyclicMap(extent, map.Parts, cyclic.BlockSize),
        _ => new BlockMap(extent, map.Parts),
    };
}
