namespace DistArray.Trilinos;

/// <summary>Global indices as Trilinos counts them: one number an element, its place in the flattened global array.</summary>
internal static class GlobalNumbering
{
    /// <summary>Distance of neighbours along each axis in the flattened global array.</summary>
    public static long[] Weights(ReadOnlySpan<long> shape, MemoryOrder numbering)
    {
        var weights = new long[shape.Length];
        long weight = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            int axis = numbering == MemoryOrder.RowMajor ? shape.Length - 1 - i : i;
            weights[axis] = weight;
            weight *= shape[axis];
        }
        return weights;
    }

    /// <summary>The numbers of what a rank owns, in the order of its memory.</summary>
    /// <param name="distribution">Which rank owns which element.</param>
    /// <param name="order">Axes of memory from the slowest to the fastest.</param>
    /// <param name="numbering">How the global array is flattened.</param>
    public static long[] Owned(Distribution distribution, ReadOnlySpan<int> order, MemoryOrder numbering) =>
        distribution.LocalSize == 0 ? [] : Numbers(Owned(distribution), Weights(distribution.Shape, numbering), order);

    /// <summary>The index along one axis of each element that a rank owns, in the order of its memory.</summary>
    /// <param name="distribution">Which rank owns which element.</param>
    /// <param name="order">Axes of memory from the slowest to the fastest.</param>
    /// <param name="axis">The axis.</param>
    public static long[] Along(Distribution distribution, ReadOnlySpan<int> order, int axis)
    {
        if (distribution.LocalSize == 0) return [];
        var weights = new long[distribution.NDim];
        weights[axis] = 1;
        return Numbers(Owned(distribution), weights, order);
    }

    /// <summary>The numbers of the elements with all combinations of indices.</summary>
    /// <param name="indices">Global indices along each axis.</param>
    /// <param name="weights">Distance of neighbours along each axis.</param>
    /// <param name="order">Axes of more than one index, from the slowest to the fastest.</param>
    public static long[] Numbers(long[][] indices, long[] weights, ReadOnlySpan<int> order)
    {
        long first = 0;
        for (int axis = 0; axis < indices.Length; axis++)
            if (indices[axis].Length == 1) first += indices[axis][0] * weights[axis];
        long[] numbers = [first];
        foreach (int axis in order)
        {
            long[] along = indices[axis];
            var more = new long[numbers.Length * along.Length];
            for (int i = 0, to = 0; i < numbers.Length; i++)
                foreach (long index in along) more[to++] = numbers[i] + (index * weights[axis]);
            numbers = more;
        }
        return numbers;
    }

    /// <summary>Whether the ranks have ranges one after another, in the order of the ranks.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static bool IsContiguous(ICommunicator communicator, ReadOnlySpan<long> numbers)
    {
        long before = communicator.Size == 1 ? 0 : communicator.ExclusiveScan((long)numbers.Length, Operation<long>.Add);
        bool mine = true;
        for (int i = 0; i < numbers.Length && mine; i++) mine = numbers[i] == before + i;
        return communicator.Size == 1 ? mine : communicator.Allreduce(mine ? 1 : 0, Operation<int>.Min) == 1;
    }

    private static long[][] Owned(Distribution distribution)
    {
        var indices = new long[distribution.NDim][];
        for (int axis = 0; axis < indices.Length; axis++) indices[axis] = Owned(distribution.DimMaps[axis], distribution.GridCoordinates[axis]);
        return indices;
    }

    private static long[] Owned(DimMap map, int part)
    {
        var indices = new long[map.LocalSize(part)];
        foreach (IndexRun run in map.Runs(part))
            for (int i = 0; i < run.Count; i++) indices[run.LocalStart + i] = run.GlobalStart + i;
        return indices;
    }
}
