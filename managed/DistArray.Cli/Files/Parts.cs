namespace DistArray.Cli.Files;

/// <summary>The parts in which a large array goes through memory.</summary>
internal static class Parts
{
    /// <summary>Bytes of a part on each rank; lowered by tests.</summary>
    public static long BytesPerRank { get; set; } = 64L << 20;

    /// <summary>Boxes that follow each other in a file of that order: trailing axes that fit go as a whole, the axis before them in slices.</summary>
    /// <param name="array">The array.</param>
    /// <param name="order">Order of the file.</param>
    /// <param name="bytesOfElement">Bytes of the larger of the elements that are in memory.</param>
    /// <param name="ranks">Number of ranks.</param>
    public static IEnumerable<ArrayPart> Of(StoredArray array, MemoryOrder order, int bytesOfElement, int ranks)
    {
        if (array.Size == 0) yield break;
        int ndim = array.Shape.Length;
        long limit = array.IsReadWhole ? long.MaxValue : Math.Max(1, BytesPerRank / bytesOfElement) * ranks;
        int[] axes = [.. Enumerable.Range(0, ndim).Select(level => order == MemoryOrder.RowMajor ? level : ndim - 1 - level)];
        int level = ndim - 1;
        long tail = 1;
        while (level > 0 && tail * array.Shape[axes[level]] <= limit) tail *= array.Shape[axes[level--]];
        long thickness = ndim == 0 ? 1 : Math.Clamp(limit / tail, 1, array.Shape[axes[level]]);
        var first = new long[ndim];
        while (true)
        {
            long[] shape = [.. array.Shape];
            for (int outer = 0; outer < level; outer++) shape[axes[outer]] = 1;
            if (ndim > 0) shape[axes[level]] = Math.Min(thickness, array.Shape[axes[level]] - first[axes[level]]);
            yield return new ArrayPart([.. first], shape);
            if (ndim == 0) yield break;
            int step = level;
            first[axes[step]] += shape[axes[step]];
            while (step > 0 && first[axes[step]] == array.Shape[axes[step]])
            {
                first[axes[step--]] = 0;
                first[axes[step]]++;
            }
            if (first[axes[0]] == array.Shape[axes[0]]) yield break;
        }
    }

    /// <summary>Blocks of the longest axis.</summary>
    public static Distribution Distribute(ICommunicator communicator, long[] shape)
    {
        int longest = shape.Length == 0 ? 0 : Array.IndexOf(shape, shape.Max());
        return new Distribution(communicator, shape, string.Concat(shape.Select((_, axis) => axis == longest ? 'b' : 'n')));
    }
}
