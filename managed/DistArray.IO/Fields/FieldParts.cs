namespace DistArray.IO;

/// <summary>What a rank owns of an array, as a part of a field that may be stored with a halo.</summary>
internal static unsafe class FieldParts
{
    /// <summary>Writes a field: the elements, and the array's own halo beyond the ends of an axis where it is as wide as the file's.</summary>
    /// <param name="array">The array.</param>
    /// <param name="item">The field.</param>
    /// <param name="step">Runs what may fail on some ranks, and agrees on it.</param>
    /// <param name="write">Writes a part, in a step that all ranks make together.</param>
    /// <remarks><b>Collective.</b></remarks>
    public static void Write<T>(DistArray<T> array, FieldItem item, Action<Action> step, Action<Func<LocalPart<T>>> write) where T : unmanaged
    {
        FilePlace<T> place = Place(array, item, isReading: false);
        // Slabs have no halo.
        if (item.HasHalo && (array.Distribution.HaloLow.ContainsAnyExcept(0) || array.Distribution.HaloHigh.ContainsAnyExcept(0))) write(place.Own);
        else Slabs.Write(array, place, step, write);
        GC.KeepAlive(array);
    }

    /// <summary>Where a field lies in its file, to be read: the elements alone, at their places behind the halo.</summary>
    public static FilePlace<T> ForReading<T>(DistArray<T> array, FieldItem item) where T : unmanaged => Place(array, item, isReading: true);

    private static FilePlace<T> Place<T>(DistArray<T> array, FieldItem item, bool isReading) where T : unmanaged
    {
        long[] stored = item.StoredShape, low = [.. item.Low.Select(width => (long)width)];
        if (item.Order == MemoryOrder.ColumnMajor)
        {
            Array.Reverse(stored);
            Array.Reverse(low);
        }
        return new FilePlace<T>(item.Order, () => Of(array, item, isReading), (slab, first) => LocalParts.Within(slab, stored, [.. first.Zip(low, (index, width) => index + width)]));
    }

    private static LocalPart<T> Of<T>(DistArray<T> array, FieldItem item, bool isReading) where T : unmanaged
    {
        LocalPart<T> part = LocalParts.Owned(array, item.Order, isReading);
        if (!item.HasHalo)
            return part;
        Distribution distribution = array.Distribution;
        int ndim = part.Shape.Length;
        var shape = new long[ndim];
        var runs = new IndexRun[ndim][];
        for (int axis = 0; axis < ndim; axis++)
        {
            int source = item.Order == MemoryOrder.RowMajor ? axis : ndim - 1 - axis, low = item.Low[source], high = item.High[source];
            long extent = part.Shape[axis];
            shape[axis] = low + extent + high;
            runs[axis] = [.. part.Runs[axis].Select(run => run with { GlobalStart = run.GlobalStart + low })];
            if (isReading || runs[axis].Length == 0)
                continue;
            ref IndexRun first = ref runs[axis][0], last = ref runs[axis][^1];
            if (first.GlobalStart == low && first.LocalStart == 0 && distribution.HaloLow[source] >= low)
                first = new IndexRun(0, -low, first.Count + low);
            if (last.GlobalStart + last.Count == low + extent && last.LocalStart + last.Count == distribution.LocalShape[source] && distribution.HaloHigh[source] >= high)
                last = last with { Count = last.Count + high };
        }
        return new LocalPart<T>(shape, runs, part.Pointer, part.Strides, part.IsEmpty, part.IsCopy);
    }
}
