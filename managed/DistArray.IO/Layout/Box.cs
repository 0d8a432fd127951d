namespace DistArray.IO;

/// <summary>A piece of what a rank owns: a range of positions on every axis, in the order of the file.</summary>
/// <param name="First">First position on each axis.</param>
/// <param name="End">Position behind the last on each axis.</param>
internal readonly record struct Box(int[] First, int[] End)
{
    /// <summary>Elements in it.</summary>
    public long Size
    {
        get
        {
            long size = 1;
            for (int axis = 0; axis < First.Length; axis++)
                size *= End[axis] - First[axis];
            return size;
        }
    }

    /// <summary>Cuts the whole into boxes of at most <paramref name="limit"/> elements that follow each other in row-major order.</summary>
    /// <param name="extents">Positions on each axis.</param>
    /// <param name="limit">Elements, at least 1.</param>
    public static IEnumerable<Box> Split(int[] extents, long limit)
    {
        if (extents.Contains(0))
            yield break;
        (int axis, int thickness) = Slices(extents, limit);
        var first = new int[extents.Length];
        while (true)
        {
            int[] end = [.. extents];
            for (int outer = 0; outer < axis; outer++)
                end[outer] = first[outer] + 1;
            if (axis >= 0)
                end[axis] = Math.Min(first[axis] + thickness, extents[axis]);
            yield return new Box([.. first], end);

            int step = axis;
            while (step >= 0 && (first[step] = end[step]) == extents[step])
                first[step--] = 0;
            if (step < 0)
                yield break;
        }
    }

    /// <summary>How many boxes <see cref="Split"/> makes.</summary>
    /// <param name="extents">Positions on each axis.</param>
    /// <param name="limit">Elements, at least 1.</param>
    public static long CountOf(int[] extents, long limit)
    {
        if (extents.Contains(0))
            return 0;
        (int axis, int thickness) = Slices(extents, limit);
        long count = axis < 0 ? 1 : (extents[axis] + thickness - 1L) / thickness;
        for (int outer = 0; outer < axis; outer++)
            count *= extents[outer];
        return count;
    }

    /// <summary>The trailing axes that fit go as a whole, the axis before them in slices, those before it one index at a time.</summary>
    private static (int Axis, int Thickness) Slices(int[] extents, long limit)
    {
        int axis = extents.Length - 1;
        long tail = 1;
        while (axis >= 0 && tail * extents[axis] <= limit)
            tail *= extents[axis--];
        return (axis, axis < 0 ? 0 : (int)(limit / tail));
    }
}
