namespace DistArray.IO;

/// <summary>What a rank owns of an array, as a part of a field that is stored with a halo.</summary>
internal static unsafe class FieldParts
{
    /// <summary>The part of a field for reading: the elements alone, at their places behind the halo.</summary>
    public static LocalPart<T> ForReading<T>(DistArray<T> array, FieldItem item) where T : unmanaged => Of(array, item, isReading: true);

    /// <summary>The part for writing: the elements, and the array's own halo beyond the ends of an axis where it is as wide as the file's.</summary>
    public static LocalPart<T> ForWriting<T>(DistArray<T> array, FieldItem item) where T : unmanaged => Of(array, item, isReading: false);

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
        return new LocalPart<T>(shape, runs, part.Pointer, part.Strides, part.IsEmpty);
    }
}
