namespace DistArray.Core.Tests.Indexing;

/// <summary>A basic index as Python writes it and as DistArray takes it.</summary>
internal sealed record RandomIndex(string Python, AxisIndex[] Indices, long[] Shape)
{
    /// <summary>An index of an array of a shape, and the shape of its result.</summary>
    public static RandomIndex Next(System.Random random, long[] shape)
    {
        var text = new List<string>();
        var indices = new List<AxisIndex>();
        var result = new List<long>();
        int axis = 0, ellipsis = random.Next(2) == 0 ? random.Next(shape.Length + 1) : -1;
        while (true)
        {
            if (random.Next(8) == 0)
            {
                text.Add("None");
                indices.Add(Np.NewAxis);
                result.Add(1);
            }
            if (axis == ellipsis)
            {
                int skipped = random.Next(shape.Length - axis + 1);
                text.Add("...");
                indices.Add(Np.Ellipsis);
                result.AddRange(shape[axis..(axis + skipped)]);
                axis += skipped;
                ellipsis = -1;
                if (random.Next(2) == 0) continue;
                // What follows must name all axes that are left.
            }
            if (axis == shape.Length) break;
            One(random, shape[axis++], text, indices, result);
        }
        return new RandomIndex(text.Count == 0 ? "..." : string.Join(", ", text) + (text.Count == 1 ? "," : ""), indices.Count == 0 ? [Np.Ellipsis] : [.. indices], [.. result]);
    }

    private static void One(System.Random random, long size, List<string> text, List<AxisIndex> indices, List<long> result)
    {
        switch (random.Next(size == 0 ? 2 : 4))
        {
            case 0:
                text.Add(":");
                indices.Add(..);
                result.Add(size);
                break;
            case 1 or 2:
                long? start = Bound(random, size), stop = Bound(random, size), step = random.Next(2) == 0 ? null : random.Next(1, 4) * (random.Next(2) == 0 ? 1 : -1);
                text.Add($"{start}:{stop}:{step}");
                indices.Add(Np.Slice(start, stop, step));
                result.Add(Np.Slice(start, stop, step).On(size).Count);
                break;
            default:
                long index = random.NextInt64(-size, size);
                text.Add(index.ToString());
                indices.Add(index < 0 && random.Next(2) == 0 ? (AxisIndex)new Index((int)-index, fromEnd: true) : index);
                break;
        }
    }

    private static long? Bound(System.Random random, long size) => random.Next(2) == 0 ? null : random.NextInt64(-size - 2, size + 3);
}
