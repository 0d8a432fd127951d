namespace DistArray.IO;

/// <summary>The pieces of a flat file that hold a box, in the order of the box.</summary>
internal static class RawSegments
{
    /// <summary>Offset and length of every piece, in elements.</summary>
    /// <param name="shape">Global shape in the file's order, slowest axis first.</param>
    /// <param name="runs">What the rank owns along every axis, in ascending order.</param>
    /// <param name="box">The box.</param>
    public static IEnumerable<(long Offset, long Count)> Of(long[] shape, IndexRun[][] runs, Box box)
    {
        // The trailing axes that are covered as a whole make one piece with a run of the axis before them.
        int axis = shape.Length - 1;
        long tail = 1;
        while (axis >= 0 && box.End[axis] - box.First[axis] == shape[axis])
            tail *= shape[axis--];
        if (axis < 0)
        {
            yield return (0, tail);
            yield break;
        }

        List<(long Start, long Count)> pieces = Pieces(runs[axis], box.First[axis], box.End[axis]);
        var outer = new long[axis][];
        var strides = new long[axis];
        long stride = tail * shape[axis];
        for (int a = axis - 1; a >= 0; a--)
        {
            outer[a] = [.. Pieces(runs[a], box.First[a], box.End[a]).SelectMany(piece => Indices(piece.Start, piece.Count))];
            strides[a] = stride;
            stride *= shape[a];
        }
        var index = new int[axis];
        int step;
        do
        {
            long start = 0;
            for (int a = 0; a < axis; a++)
                start += outer[a][index[a]] * strides[a];
            foreach ((long first, long count) in pieces)
                yield return (start + first * tail, count * tail);
            step = axis - 1;
            while (step >= 0 && ++index[step] == outer[step].Length)
                index[step--] = 0;
        }
        while (step >= 0);
    }

    private static List<(long Start, long Count)> Pieces(IndexRun[] runs, int first, int end)
    {
        var pieces = new List<(long, long)>();
        int position = 0;
        foreach (IndexRun run in runs)
        {
            int from = Math.Max(first - position, 0), to = Math.Min(end - position, run.Count);
            if (from < to)
                pieces.Add((run.GlobalStart + from, to - from));
            position += run.Count;
        }
        return pieces;
    }

    private static IEnumerable<long> Indices(long start, long count)
    {
        for (long i = 0; i < count; i++)
            yield return start + i;
    }
}
