namespace DistArray.IO;

/// <summary>Makes the description of what this rank owns of an array.</summary>
internal static unsafe class LocalParts
{
    /// <summary>The owned part without halos, with the axes in the order of the file.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="fileOrder">Order in the file; column-major means that the last axis is the slowest there.</param>
    /// <param name="forReading">Whether every rank that has a copy gets it; for writing the first stands for all.</param>
    public static LocalPart<T> Owned<T>(DistArray<T> array, MemoryOrder fileOrder, bool forReading = false) where T : unmanaged
    {
        Distribution distribution = array.Distribution;
        LocalView<T> view = array.LocalView;
        int ndim = distribution.NDim;
        ReadOnlySpan<int> coordinates = distribution.GridCoordinates;
        var shape = new long[ndim];
        var runs = new IndexRun[ndim][];
        var strides = new long[ndim];
        for (int axis = 0; axis < ndim; axis++)
        {
            int source = fileOrder == MemoryOrder.RowMajor ? axis : ndim - 1 - axis;
            DimMap map = distribution.DimMaps[source];
            shape[axis] = map.Size;
            runs[axis] = distribution.IsMember ? [.. map.Runs(coordinates[source]).OrderBy(run => run.GlobalStart)] : [];
            strides[axis] = view.Strides[source];
        }
        bool isEmpty = !distribution.IsMember || (!distribution.IsPrimary && !forReading);
        return new LocalPart<T>(shape, runs, view.Pointer, strides, isEmpty, !distribution.IsPrimary);
    }

    /// <summary>The owned part of an array that is a box of a larger one in the file.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The box, row-major.</param>
    /// <param name="shape">Global shape in the file.</param>
    /// <param name="first">Index in the file of the box's first element.</param>
    public static LocalPart<T> Within<T>(DistArray<T> array, long[] shape, long[] first) where T : unmanaged
    {
        LocalPart<T> own = Owned(array, MemoryOrder.RowMajor, forReading: true);
        IndexRun[][] runs = [.. own.Runs.Select((axis, number) => Array.ConvertAll(axis, run => run with { GlobalStart = run.GlobalStart + first[number] }))];
        return new LocalPart<T>(shape, runs, own.Pointer, own.Strides, own.IsEmpty);
    }
}
