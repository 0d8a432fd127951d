namespace DistArray.Testing.Assertions;

/// <summary>Global indices of the elements that a rank holds.</summary>
internal static class GlobalIndex
{
    /// <summary>The global indices that this rank holds along each axis.</summary>
    public static long[][] Held(Distribution distribution)
    {
        long[][] indices = new long[distribution.NDim][];
        for (int axis = 0; axis < indices.Length; axis++)
        {
            indices[axis] = new long[distribution.IsMember ? distribution.LocalShape[axis] : 0];
            for (int local = 0; local < indices[axis].Length; local++)
                indices[axis][local] = distribution.DimMaps[axis].LocalToGlobal(distribution.GridCoordinates[axis], local);
        }
        return indices;
    }

    /// <summary>The global index of the i-th element held, in row-major order.</summary>
    public static long[] At(int i, long[][] held)
    {
        long[] index = new long[held.Length];
        for (int axis = held.Length - 1; axis >= 0; axis--)
        {
            index[axis] = held[axis][i % held[axis].Length];
            i /= held[axis].Length;
        }
        return index;
    }

    /// <summary>The number of an element in row-major order.</summary>
    public static long Number(ReadOnlySpan<long> index, ReadOnlySpan<long> shape)
    {
        long number = 0;
        for (int axis = 0; axis < shape.Length; axis++) number = (number * shape[axis]) + index[axis];
        return number;
    }

    public static string Text(IEnumerable<long> index) => $"[{string.Join(", ", index)}]";
}
