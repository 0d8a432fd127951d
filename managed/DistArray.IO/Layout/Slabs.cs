namespace DistArray.IO;

/// <summary>Arrays whose elements lie scattered over the ranks go between memory and file by way of blocks, slab by slab: files are slow at small pieces,
/// messages are not.</summary>
internal static unsafe class Slabs
{
    // A slab stays in the caches; the whole array does not, and what is written there passes them by.
    private static readonly ExchangeOptions s_options = new() { LeastStreamed = 0 };

    /// <summary>Hands this rank's parts of the file over, to be written.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="place">Where it lies in the file.</param>
    /// <param name="step">Runs what may fail on some ranks, and agrees on it.</param>
    /// <param name="write">Writes a part, in a step that all ranks make together, or nothing of an empty one.</param>
    /// <remarks><b>Collective.</b> One all-reduce of an integer; where elements are scattered, redistributions.</remarks>
    public static void Write<T>(DistArray<T> array, FilePlace<T> place, Action<Action> step, Action<Func<LocalPart<T>>> write) where T : unmanaged
    {
        if (AreNeeded(array, place.Order, step))
            Each(array, place, step, (view, slab, part) =>
            {
                slab.Assign(view);
                write(part);
            });
        else write(place.Own);
        GC.KeepAlive(array);
    }

    /// <summary>Has this rank's parts of the file filled.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array; its halos stay as they are.</param>
    /// <param name="place">Where it lies in the file.</param>
    /// <param name="step">Runs what may fail on some ranks, and agrees on it.</param>
    /// <param name="read">Reads a part, in a step that all ranks make together, or nothing of an empty one.</param>
    /// <remarks><b>Collective.</b> One all-reduce of an integer; where elements are scattered, redistributions.</remarks>
    public static void Read<T>(DistArray<T> array, FilePlace<T> place, Action<Action> step, Action<Func<LocalPart<T>>> read) where T : unmanaged
    {
        if (AreNeeded(array, place.Order, step))
            Each(array, place, step, (view, slab, part) =>
            {
                read(part);
                view.Assign(slab, s_options);
            });
        else read(place.Own);
        GC.KeepAlive(array);
    }

    // Whether some rank would move many short pieces. The memory of one rank alone may be gone: all learn it here, before they exchange anything.
    private static bool AreNeeded<T>(DistArray<T> array, MemoryOrder fileOrder, Action<Action> step) where T : unmanaged
    {
        ICommunicator communicator = array.Distribution.Communicator;
        if (communicator.Size == 1) return false;
        LocalPart<T>? own = null;
        step(() => own = LocalParts.Owned(array, fileOrder));
        LocalPart<T> part = own!;
        bool isScattered = part.PieceSize * sizeof(T) < Math.Min(TransferLimits.BytesOfShortPiece, part.Size * sizeof(T) / 2);
        return communicator.Allreduce(isScattered ? 1 : 0, Operation<int>.Max) != 0;
    }

    private static void Each<T>(DistArray<T> array, FilePlace<T> place, Action<Action> step, Action<DistArray<T>, DistArray<T>, Func<LocalPart<T>>> move) where T : unmanaged
    {
        using DistArray<T>? turned = place.Order == MemoryOrder.RowMajor ? null : array.Transpose();
        DistArray<T> ordered = turned ?? array;
        ICommunicator communicator = array.Distribution.Communicator;
        long[] shape = ordered.Shape.ToArray();
        long limit = Math.Max(TransferLimits.BytesOfSlab / sizeof(T), 1) * communicator.Size;
        DistArray<T>? slab = null;
        try
        {
            foreach ((long[] first, long[] extents, int divided) in Split(shape, limit))
            {
                var indices = new AxisIndex[shape.Length];
                for (int axis = 0; axis < indices.Length; axis++) indices[axis] = Np.Slice(first[axis], first[axis] + extents[axis], 1);
                using DistArray<T> view = ordered[indices];
                // All slabs but the last along an axis are alike.
                if (slab is null || !slab.Shape.SequenceEqual(extents))
                {
                    slab?.Dispose();
                    slab = null;
                    string codes = string.Concat(extents.Select((_, axis) => axis == divided ? 'b' : 'n'));
                    step(() => slab = Np.Empty<T>(new Distribution(communicator, extents, codes)));
                }
                move(view, slab!, () => place.Slab(slab!, first));
            }
        }
        finally
        {
            slab?.Dispose();
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
