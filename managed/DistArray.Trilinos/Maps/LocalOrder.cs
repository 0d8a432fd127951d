namespace DistArray.Trilinos;

/// <summary>In which order a rank's elements lie in memory: its axes from the slowest to the fastest, without those of one index.</summary>
internal static class LocalOrder
{
    /// <summary>The order of memory without gaps; null where there are gaps, or strides that are negative or 0. Empty where there are no elements.</summary>
    public static int[]? Of(ReadOnlySpan<int> shape, ReadOnlySpan<long> strides)
    {
        if (shape.Contains(0)) return [];
        var axes = new List<int>();
        for (int axis = 0; axis < shape.Length; axis++)
            if (shape[axis] > 1) axes.Add(axis);
        long[] distance = strides.ToArray();
        axes.Sort((left, right) => distance[right].CompareTo(distance[left]));
        long expected = 1;
        for (int i = axes.Count - 1; i >= 0; i--)
        {
            if (strides[axes[i]] != expected) return null;
            expected *= shape[axes[i]];
        }
        return [.. axes];
    }

    /// <summary>The order of memory of an array that is to be made.</summary>
    public static int[] Of(ReadOnlySpan<int> shape, MemoryOrder order)
    {
        if (shape.Contains(0)) return [];
        var axes = new List<int>();
        for (int i = 0; i < shape.Length; i++)
        {
            int axis = order == MemoryOrder.RowMajor ? i : shape.Length - 1 - i;
            if (shape[axis] > 1) axes.Add(axis);
        }
        return [.. axes];
    }

    /// <summary>Strides of memory without gaps in an order.</summary>
    public static long[] Strides(ReadOnlySpan<int> shape, ReadOnlySpan<int> order)
    {
        var strides = new long[shape.Length];
        strides.AsSpan().Fill(1);
        long expected = 1;
        for (int i = order.Length - 1; i >= 0; i--)
        {
            strides[order[i]] = expected;
            expected *= shape[order[i]];
        }
        return strides;
    }
}
