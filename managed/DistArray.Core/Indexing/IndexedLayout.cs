namespace DistArray;

/// <summary>Where the result of indexing by arrays lies.</summary>
/// <remarks>The source's first axes are those that are indexed; the result's first axes are those of the indices, then come the source's others. Where none of these
/// others is divided, a result follows an array of indices that is distributed, and is everywhere where the source is; else its first axis is divided by
/// blocks over the ranks along the indexed axis that has most parts.</remarks>
internal static class IndexedLayout
{
    /// <summary>The distribution of a result.</summary>
    /// <param name="source">Of the array that is indexed.</param>
    /// <param name="indices">Indices of its first axes.</param>
    /// <param name="shape">Shape that the indices have together.</param>
    public static Distribution Choose(Distribution source, DistArray<long>[] indices, long[] shape)
    {
        int count = indices.Length;
        DistArray<long>? distributed = Array.Find(indices, one => !one.Distribution.IsLiteral);
        if (!IsDivided(source, count))
        {
            DistArray<long>? followed = Array.Find(indices, one => !one.Distribution.IsLiteral && !one.Distribution.IsReplicated && one.Shape.SequenceEqual(shape));
            if (followed is not null && (shape.Length == 1 || source.NDim == count)) return WithRest(followed.Distribution, source, count);
            long[] whole = [.. shape, .. source.Shape[count..]];
            bool isEverywhere = source.IsReplicated && !Redistribution.HasUnstructured(source);
            ICommunicator communicator = source.IsLiteral && distributed is not null ? distributed.Distribution.Communicator : source.Communicator;
            if (isEverywhere && distributed is null && source.IsLiteral) return Distribution.Literal(whole);
            bool areEverywhere = Array.TrueForAll(indices, one => one.Distribution.IsLiteral || one.Distribution.IsReplicated);
            if (isEverywhere && (areEverywhere || shape.Length == 0)) return ResultDistribution.Replicated(communicator, whole);
            if (shape.Length > 0 && (isEverywhere || count > 1)) return new Distribution(communicator, whole);
        }
        return OnGrid(source, count, shape);
    }

    // Whether an axis that is not indexed is divided.
    private static bool IsDivided(Distribution source, int count)
    {
        foreach (DimMap map in source.DimMaps[count..])
            if (!ResultDistribution.IsWhole(map)) return true;
        return false;
    }

    private static Distribution WithRest(Distribution indices, Distribution source, int count)
    {
        Distribution result = indices.WithoutHalo();
        foreach (DimMap map in source.DimMaps[count..]) result = result.Insert(result.NDim, new ReplicatedMap(map.Size));
        return result;
    }

    // The source's grid; of the indexed axes that with most parts is kept.
    private static Distribution OnGrid(Distribution source, int count, long[] shape)
    {
        int lead = 0;
        for (int axis = 1; axis < count; axis++)
            if (source.DimMaps[axis].Parts > source.DimMaps[lead].Parts) lead = axis;
        Distribution result = source.WithoutHalo();
        for (int axis = count - 1; axis >= 0; axis--)
            if (axis != lead || shape.Length == 0) result = result.Collapse(axis);
        if (shape.Length == 0) return result;
        int parts = result.DimMaps[0].Parts;
        result = result.WithMap(0, parts == 1 ? new ReplicatedMap(shape[0]) : new BlockMap(shape[0], parts));
        for (int axis = 1; axis < shape.Length; axis++) result = result.Insert(axis, new ReplicatedMap(shape[axis]));
        return result;
    }
}
