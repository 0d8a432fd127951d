namespace DistArray.IO;

/// <summary>What this rank owns of an array and a file of a set has.</summary>
internal static unsafe class DnpyOverlap
{
    /// <summary>Runs that both own along an axis: position in the file's buffer and local index here, in ascending order of position.</summary>
    /// <param name="file">The file's runs: global index and position in its buffer.</param>
    /// <param name="mine">This rank's runs: global and local index.</param>
    public static IndexRun[] Of(IEnumerable<IndexRun> file, IEnumerable<IndexRun> mine)
    {
        IndexRun[] theirs = [.. file.OrderBy(run => run.GlobalStart)], own = [.. mine.OrderBy(run => run.GlobalStart)];
        var both = new List<IndexRun>();
        for (int i = 0, j = 0; i < theirs.Length && j < own.Length;)
        {
            long start = Math.Max(theirs[i].GlobalStart, own[j].GlobalStart);
            long endOfTheirs = theirs[i].GlobalStart + theirs[i].Count, endOfOwn = own[j].GlobalStart + own[j].Count, end = Math.Min(endOfTheirs, endOfOwn);
            if (start < end)
                both.Add(new IndexRun(theirs[i].LocalStart + (start - theirs[i].GlobalStart), (int)(own[j].LocalStart + (start - own[j].GlobalStart)), (int)(end - start)));
            if (endOfTheirs < endOfOwn)
                i++;
            else
                j++;
        }
        return [.. both.OrderBy(run => run.GlobalStart)];
    }

    /// <summary>The overlap as a part of the file's buffer, its axes in the order of the file.</summary>
    /// <param name="header">Header of the buffer.</param>
    /// <param name="runs">What both own along each axis.</param>
    /// <param name="array">The array here.</param>
    public static LocalPart<T> Part<T>(NpyHeader header, IndexRun[][] runs, DistArray<T> array) where T : unmanaged
    {
        LocalView<T> view = array.LocalView;
        long[] shape = header.Shape.ToArray(), strides = view.Strides.ToArray();
        if (header.FileOrder == MemoryOrder.ColumnMajor)
        {
            runs = [.. runs.Reverse()];
            Array.Reverse(shape);
            Array.Reverse(strides);
        }
        return new LocalPart<T>(shape, runs, view.Pointer, strides);
    }
}
