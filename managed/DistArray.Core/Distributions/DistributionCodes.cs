namespace DistArray;

/// <summary>Distributions as text, such as "bn" or "c(2)b".</summary>
internal static class DistributionCodes
{
    /// <summary>The maps of codes; chooses the grid where there is none.</summary>
    public static DimMap[] Maps(ICommunicator communicator, ReadOnlySpan<long> shape, string codes, ref ProcessGrid? grid)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        foreach (long extent in shape) ArgumentOutOfRangeException.ThrowIfNegative(extent, nameof(shape));
        (char Code, int Block)[] parsed = Parse(codes);
        if (parsed.Length != shape.Length)
            throw new ArgumentException($"The codes '{codes}' are of {parsed.Length} axes, but the shape {ShapeText.Of(shape)} has {shape.Length}. Give one code each an axis.", nameof(codes));
        grid ??= ProcessGrid.Choose(communicator.Size, shape, Array.ConvertAll(parsed, one => one.Code != 'n'));
        if (grid.NDim != shape.Length) throw new ArgumentException($"The process grid {grid} has {grid.NDim} axes, but the array has {shape.Length}.", nameof(grid));
        var maps = new DimMap[shape.Length];
        for (int axis = 0; axis < maps.Length; axis++)
        {
            int parts = grid.Shape[axis];
            maps[axis] = parsed[axis] switch
            {
                ('b', _) => new BlockMap(shape[axis], parts),
                ('c', 1) => new CyclicMap(shape[axis], parts),
                ('c', int block) => new BlockCyclicMap(shape[axis], parts, block),
                _ => new ReplicatedMap(shape[axis]),
            };
        }
        return maps;
    }

    private static (char Code, int Block)[] Parse(string codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var parsed = new List<(char, int)>();
        for (int i = 0; i < codes.Length; i++)
        {
            char code = codes[i];
            if (code == 'u') throw new ArgumentException($"'{codes}': an unstructured axis (u) needs its indices. Make the distribution of maps, with UnstructuredMap.Create.", nameof(codes));
            if (code is not ('b' or 'c' or 'n')) throw Wrong(codes, i);
            int block = 1;
            if (code == 'c' && i + 1 < codes.Length && codes[i + 1] == '(')
            {
                int end = codes.IndexOf(')', i);
                if (end < 0 || !int.TryParse(codes.AsSpan(i + 2, end - i - 2), out block) || block < 1) throw Wrong(codes, i + 1);
                i = end;
            }
            parsed.Add((code, block));
        }
        return [.. parsed];
    }

    private static ArgumentException Wrong(string codes, int at) =>
        new($"The distribution '{codes}' is not understood at character {at}. Use b (block), c (cyclic), c(k) (blocks of k dealt out) or n (not divided), one each an axis.", nameof(codes));
}
