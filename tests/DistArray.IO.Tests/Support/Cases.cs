namespace DistArray.IO.Tests;

/// <summary>Shapes and distributions that every reader and writer is tried with.</summary>
internal static class Cases
{
    /// <summary>Divides nothing, fewer rows than ranks, no elements, one to four axes.</summary>
    public static long[][] Shapes { get; } = [[13], [3], [0], [7, 10], [2, 3], [0, 5], [4, 0], [5, 4, 6], [3, 2, 4, 3]];

    /// <summary>Every kind of map on the axes of a shape, as named distributions.</summary>
    public static IEnumerable<(string Name, Distribution Distribution)> Distributions(ICommunicator world, long[] shape)
    {
        string[] codes = shape.Length switch
        {
            1 => ["b", "c", "c(2)", "c(3)", "n"],
            2 => ["bn", "nb", "bb", "cn", "nc", "cc", "c(2)b", "bc(3)", "c(2)c(3)", "nn"],
            3 => ["bnn", "nnb", "bbb", "nc(2)b", "ccc", "c(2)nc(3)"],
            _ => ["bnnn", "nnnb", "c(2)bnc"],
        };
        foreach (string code in codes)
            yield return (code.Replace("(", "").Replace(")", ""), new Distribution(world, shape, code));
        yield return ("irregular", Irregular(world, shape));
    }

    /// <summary>Blocks along the last axis that grow, the first of them empty: rank 0 owns nothing where there are several.</summary>
    public static Distribution Irregular(ICommunicator world, long[] shape)
    {
        long extent = shape[^1], total = Math.Max(world.Size * (world.Size - 1L) / 2, 1);
        long[] bounds = [.. Enumerable.Range(0, world.Size + 1).Select(part => part == world.Size ? extent : extent * (part * (part - 1L) / 2) / total)];
        DimMap[] maps = [.. shape[..^1].Select(size => (DimMap)new ReplicatedMap(size)), BlockMap.FromBounds(bounds)];
        return new Distribution(world, maps);
    }

    /// <summary>Distinct values: the row-major global index.</summary>
    public static long Index(ReadOnlySpan<long> indices, ReadOnlySpan<long> shape)
    {
        long index = 0;
        for (int axis = 0; axis < shape.Length; axis++)
            index = index * shape[axis] + indices[axis];
        return index;
    }

    /// <summary>An array whose elements are their row-major global indices.</summary>
    public static DistArray<double> Arange(Distribution distribution, MemoryOrder order = MemoryOrder.RowMajor)
    {
        long[] shape = distribution.Shape.ToArray();
        return Np.FromFunction<double>(distribution, indices => Index(indices, shape), order);
    }

    /// <summary>Asserts that what this rank owns are its row-major global indices.</summary>
    public static void AssertArange(DistArray<double> array, string name)
    {
        using DistArray<double> expected = Arange(array.Distribution);
        Assert.That(array.LocalToArray(), Is.EqualTo(expected.LocalToArray()), name);
    }

    /// <summary>The exception of an action, which must be the same on every rank.</summary>
    public static TException ThrowsAlike<TException>(ICommunicator world, Action action) where TException : Exception
    {
        TException? exception = Assert.Catch<TException>(() => action());
        string first = world.Broadcast(world.Rank == 0 ? $"{exception!.GetType()} {exception.Message}" : null, 0)!;
        Assert.That($"{exception!.GetType()} {exception.Message}", Is.EqualTo(first));
        return exception;
    }
}
