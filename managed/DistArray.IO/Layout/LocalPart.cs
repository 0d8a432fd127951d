namespace DistArray.IO;

/// <summary>What a rank owns of an array, with the axes in the order of the file, slowest first.</summary>
/// <typeparam name="T">Element type.</typeparam>
internal sealed unsafe class LocalPart<T> where T : unmanaged
{
    /// <summary>Describes the part.</summary>
    /// <param name="shape">Global shape.</param>
    /// <param name="runs">Runs of every axis, in ascending order of global index.</param>
    /// <param name="pointer">The element of local index 0 on every axis.</param>
    /// <param name="strides">Elements from one local index to the next, of any sign.</param>
    /// <param name="isEmpty">Whether another rank stands for this one, so that it owns nothing.</param>
    /// <param name="isCopy">Whether another rank has the same elements, and stands for both where elements count once.</param>
    public LocalPart(long[] shape, IndexRun[][] runs, T* pointer, long[] strides, bool isEmpty = false, bool isCopy = false)
    {
        IsCopy = isCopy;
        Shape = shape;
        Runs = runs;
        Pointer = pointer;
        Strides = strides;
        Extents = Array.ConvertAll(runs, axis => axis.Sum(run => run.Count));
        Size = isEmpty ? 0 : Extents.Aggregate(1L, (size, extent) => size * extent);
    }

    /// <summary>Global shape.</summary>
    public long[] Shape { get; }

    /// <summary>Runs of every axis, in ascending order of global index.</summary>
    public IndexRun[][] Runs { get; }

    /// <summary>The element of local index 0 on every axis.</summary>
    public T* Pointer { get; }

    /// <summary>Elements from one local index to the next on every axis.</summary>
    public long[] Strides { get; }

    /// <summary>Owned indices on every axis.</summary>
    public int[] Extents { get; }

    /// <summary>Owned elements.</summary>
    public long Size { get; }

    /// <summary>Whether another rank has the same elements, and stands for both where elements count once.</summary>
    public bool IsCopy { get; }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Size == 0;

    /// <summary>Whether memory and file have the same order without gaps, so that a buffer is not needed.</summary>
    public bool IsInFileOrder
    {
        get
        {
            long step = 1;
            for (int axis = Shape.Length - 1; axis >= 0; axis--)
            {
                if (Extents[axis] > 1 && Strides[axis] != step || !IsAscending(Runs[axis]))
                    return false;
                step *= Extents[axis];
            }
            return true;
        }
    }

    /// <summary>Elements that follow each other in the file, on average.</summary>
    public long PieceSize
    {
        get
        {
            long size = 1;
            int axis = Shape.Length - 1;
            while (axis >= 0 && Extents[axis] == Shape[axis])
                size *= Extents[axis--];
            return axis < 0 || IsEmpty ? size : size * Math.Max(Extents[axis] / Runs[axis].Length, 1);
        }
    }

    /// <summary>Offsets in memory of the positions from <paramref name="first"/> to before <paramref name="end"/> of an axis, in elements.</summary>
    public long[] Offsets(int axis, int first, int end)
    {
        var offsets = new long[end - first];
        int position = 0;
        foreach (IndexRun run in Runs[axis])
        {
            int from = Math.Max(first - position, 0), to = Math.Min(end - position, run.Count);
            for (int i = from; i < to; i++)
                offsets[position + i - first] = (run.LocalStart + i) * Strides[axis];
            position += run.Count;
        }
        return offsets;
    }

    private static bool IsAscending(IndexRun[] runs)
    {
        int local = 0;
        foreach (IndexRun run in runs)
        {
            if (run.LocalStart != local)
                return false;
            local += run.Count;
        }
        return true;
    }
}
