namespace DistArray.IO.Tests;

/// <summary>What NumPy's files are tried with, beyond <see cref="Cases"/>: no axes, seven axes, listed indices, halos.</summary>
internal static class NpyCases
{
    /// <summary>Every shape.</summary>
    public static long[][] Shapes { get; } = [.. Cases.Shapes, [], [2, 1, 3, 2, 1, 2, 3], [13, 3]];

    /// <summary>Named distributions of a shape.</summary>
    public static IEnumerable<(string Name, Distribution Distribution)> Distributions(ICommunicator world, long[] shape)
    {
        switch (shape.Length)
        {
            case 0:
                return [("scalar", new Distribution(world, shape, ""))];
            case 7:
                return [("seven", new Distribution(world, shape, "nnbnnnc")), ("cyclic", new Distribution(world, shape, "cnnnnnc(2)"))];
            case 2 when shape[0] == 13:
                return [("listed", Unstructured(world, shape)), ("halo", new Distribution(world, shape, "bn", haloLow: [1, 2], haloHigh: [2, 1])),
                    ("periodic", new Distribution(world, shape, "nb", haloLow: [1, 1], haloHigh: [1, 1], periodic: [true, true]))];
            default:
                return Cases.Distributions(world, shape);
        }
    }

    /// <summary>Rank r owns the indices of the first axis that are r modulo the number of ranks, backwards.</summary>
    public static Distribution Unstructured(ICommunicator world, long[] shape)
    {
        long[] mine = [.. Enumerable.Range(0, (int)shape[0]).Where(i => i % world.Size == world.Rank).Select(i => (long)i).Reverse()];
        DimMap[] maps = [UnstructuredMap.Create(world, shape[0], mine), .. shape[1..].Select(size => (DimMap)new ReplicatedMap(size))];
        return new Distribution(world, maps);
    }

    /// <summary>A shape in the name of a file.</summary>
    public static string Text(long[] shape) => string.Join('x', shape);
}
