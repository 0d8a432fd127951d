namespace DistArray;

/// <summary>Makes indices of an axis ones from 0 on.</summary>
internal static class IndexNumbers
{
    /// <summary>Changes indices in their place; what is wrong with them, or null.</summary>
    public static Exception? Normalize(string operation, Span<long> indices, ReadOnlySpan<long> shape, int axis, IndexMode mode)
    {
        long size = shape[axis];
        foreach (ref long index in indices)
        {
            long given = index;
            index = mode switch
            {
                _ when size == 0 => -1,
                IndexMode.Wrap => ((given % size) + size) % size,
                IndexMode.Clip => Math.Clamp(given, 0, size - 1),
                _ => given < 0 ? given + size : given,
            };
            if ((ulong)index >= (ulong)size)
                return new ArgumentOutOfRangeException(nameof(indices), $"{operation}: index {given} is outside of axis {axis} of shape {ShapeText.Of(shape)}, which has {size} indices.");
        }
        return null;
    }

    /// <summary>Throws where a literal list has an index outside of an axis.</summary>
    public static void CheckLiteral(string operation, DistArray<long> indices, ReadOnlySpan<long> shape, int axis, IndexMode mode)
    {
        if (indices.Distribution.IsLiteral && Normalize(operation, indices.LocalToArray(), shape, axis, mode) is { } problem) throw problem;
    }
}
