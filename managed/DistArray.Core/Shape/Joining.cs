namespace DistArray;

/// <summary>Puts arrays together into a new one.</summary>
internal static class Joining
{
    /// <summary>One after the other along an axis that they have.</summary>
    public static DistArray<T> Concatenate<T>(string operation, ReadOnlySpan<DistArray<T>> arrays, int axis) where T : unmanaged
    {
        DistArray<T> first = First(operation, arrays);
        if (first.NDim == 0) throw new ShapeMismatchException($"{operation}: arrays without axes cannot be put one after the other. Stack them.");
        int along = AxisNumbers.Normalize(axis, first.NDim);
        long extent = 0;
        foreach (DistArray<T> array in arrays)
        {
            if (array.NDim != first.NDim || !Others(array, along).AsSpan().SequenceEqual(Others(first, along)))
                throw new ShapeMismatchException($"{operation}: shapes {ShapeText.Of(first.Shape)} and {ShapeText.Of(array.Shape)} differ in other axes than axis {along}. Reshape or slice one of them.");
            extent += array.Shape[along];
        }
        Distribution like = Leader(arrays).Distribution;
        DistArray<T> result = DistArray<T>.Allocate(ResultDistribution.WithExtent(like.WithoutHalo(), along, extent), first.Order, zero: false);
        long start = 0;
        foreach (DistArray<T> array in arrays)
        {
            Copy(operation, array, result.SliceAxis(along, start, 1, array.Shape[along]));
            start += array.Shape[along];
        }
        return result;
    }

    /// <summary>Along a new axis.</summary>
    public static DistArray<T> Stack<T>(string operation, ReadOnlySpan<DistArray<T>> arrays, int axis) where T : unmanaged
    {
        DistArray<T> first = First(operation, arrays);
        int along = AxisNumbers.Normalize(axis, first.NDim + 1);
        foreach (DistArray<T> array in arrays)
            if (!array.Shape.SequenceEqual(first.Shape)) throw new ShapeMismatchException(operation, first.Shape, array.Shape);
        Distribution like = Leader(arrays).Distribution;
        DistArray<T> result = DistArray<T>.Allocate(like.WithoutHalo().Insert(along, new ReplicatedMap(arrays.Length)), first.Order, zero: false);
        for (int i = 0; i < arrays.Length; i++) Copy(operation, arrays[i], result.SelectIndex(along, i));
        return result;
    }

    private static void Copy<T>(string operation, DistArray<T> source, DistArray<T> part) where T : unmanaged
    {
        if (source.Distribution.IsLiteral || source.Distribution == part.Distribution) part.Assign(source);
        else Redistribution.Copy(source, part, operation);
    }

    private static DistArray<T> First<T>(string operation, ReadOnlySpan<DistArray<T>> arrays) where T : unmanaged
    {
        if (arrays.IsEmpty) throw new ArgumentException($"{operation}: there are no arrays. Give one at least.", nameof(arrays));
        foreach (DistArray<T> array in arrays) ArgumentNullException.ThrowIfNull(array);
        return arrays[0];
    }

    // The first one that is no literal.
    private static DistArray<T> Leader<T>(ReadOnlySpan<DistArray<T>> arrays) where T : unmanaged
    {
        foreach (DistArray<T> array in arrays)
            if (!array.Distribution.IsLiteral) return array;
        return arrays[0];
    }

    private static long[] Others<T>(DistArray<T> array, int axis) where T : unmanaged => [.. array.Shape[..axis], .. array.Shape[(axis + 1)..]];
}
