namespace DistArray.IO;

/// <summary>Arrays whose elements lie scattered over the ranks go between memory and file by way of blocks, slab by slab: files are slow at small pieces,
/// messages are not.</summary>
internal static unsafe class Slabs
{
    // Pieces of fewer bytes cost a file more than the way by blocks costs.
    private const long ShortPiece = 64 << 10;

    /// <summary>Whether some rank would move many short pieces.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <remarks><b>Collective.</b> One all-reduce of an integer.</remarks>
    public static bool AreNeeded<T>(DistArray<T> array, MemoryOrder fileOrder) where T : unmanaged
    {
        ICommunicator communicator = array.Distribution.Communicator;
        if (communicator.Size == 1) return false;
        LocalPart<T> part = LocalParts.Owned(array, fileOrder);
        bool isScattered = part.PieceSize * sizeof(T) < Math.Min(ShortPiece, part.Size * sizeof(T) / 2);
        return communicator.Allreduce(isScattered ? 1 : 0, Operation<int>.Max) != 0;
    }

    /// <summary>Hands the array over in parts of the file that are blocks of the ranks.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <param name="write">Writes this rank's block of a slab.</param>
    /// <remarks><b>Collective.</b> Redistributes slab by slab.</remarks>
    public static void Write<T>(DistArray<T> array, MemoryOrder fileOrder, Action<LocalPart<T>> write) where T : unmanaged =>
        Each(array, fileOrder, (view, slab, part) =>
        {
            slab.Assign(view);
            write(part());
        });

    /// <summary>Fills the array from parts of the file that are blocks of the ranks.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array; its halos stay as they are.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <param name="read">Reads this rank's block of a slab.</param>
    /// <remarks><b>Collective.</b> Redistributes slab by slab.</remarks>
    public static void Read<T>(DistArray<T> array, MemoryOrder fileOrder, Action<LocalPart<T>> read) where T : unmanaged =>
        Each(array, fileOrder, (view, slab, part) =>
        {
            read(part());
            view.Assign(slab);
        });

    private static void Each<T>(DistArray<T> array, MemoryOrder fileOrder, Action<DistArray<T>, DistArray<T>, Func<LocalPart<T>>> move) where T : unmanaged
    {
        using DistArray<T>? turned = fileOrder == MemoryOrder.RowMajor ? null : array.Transpose();
        DistArray<T> ordered = turned ?? array;
        ICommunicator communicator = array.Distribution.Communicator;
        long[] shape = ordered.Shape.ToArray();
        long limit = Math.Max(TransferLimits.BytesOfStaging / sizeof(T), 1) * communicator.Size;
        foreach ((long[] first, long[] extents, int divided) in Split(shape, limit))
        {
            var indices = new AxisIndex[shape.Length];
            for (int axis = 0; axis < indices.Length; axis++) indices[axis] = Np.Slice(first[axis], first[axis] + extents[axis], 1);
            using DistArray<T> view = ordered[indices];
            string codes = string.Concat(extents.Select((_, axis) => axis == divided ? 'b' : 'n'));
            using DistArray<T> slab = Np.Empty<T>(new Distribution(communicator, extents, codes));
            move(view, slab, () => LocalParts.Within(slab, shape, first));
        }
    }

    /// <summary>Slabs of at most <paramref name="limit"/> elements that follow each other in the file, and the axis that is divided: trailing axes that fit go as
    /// a whole, the axis before them in slices, those before it one index at a time.</summary>
    internal static IEnumerable<(long[] First, long[] Extents, int Divided)> Split(long[] shape, long limit)
    {
        if (shape.Contains(0)) yield break;
        int axis = shape.Length - 1;
        long tail = 1;
        while (axis > 0 && tail * shape[axis] <= limit) tail *= shape[axis--];
        long thickness = Math.Clamp(limit / tail, 1, shape[axis]);
        var first = new long[shape.Length];
        while (true)
        {
            long[] extents = [.. shape];
            for (int outer = 0; outer < axis; outer++) extents[outer] = 1;
            extents[axis] = Math.Min(thickness, shape[axis] - first[axis]);
            yield return ([.. first], extents, axis);
            first[axis] += extents[axis];
            int step = axis;
            while (step > 0 && first[step] == shape[step])
            {
                first[step--] = 0;
                first[step]++;
            }
            if (first[0] == shape[0]) yield break;
        }
    }
}
