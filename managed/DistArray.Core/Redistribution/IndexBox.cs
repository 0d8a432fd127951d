namespace DistArray;

/// <summary>A box of positions in a product of index lists.</summary>
internal readonly struct IndexBox(int[] start, int[] count)
{
    public int[] Start => start;

    public int[] Count => count;

    /// <summary>The place of the first element in row-major order.</summary>
    public long First(long[] strides)
    {
        long first = 0;
        for (int axis = 0; axis < start.Length; axis++) first += start[axis] * strides[axis];
        return first;
    }

    /// <summary>Number of elements of a product of lists.</summary>
    public static long Size(IndexList[] lists)
    {
        long size = 1;
        foreach (IndexList list in lists) size *= list.Count;
        return size;
    }

    /// <summary>How many elements in row-major order lie between neighbours along each axis.</summary>
    public static long[] Strides(IndexList[] lists)
    {
        var strides = new long[lists.Length];
        long size = 1;
        for (int axis = lists.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = size;
            size *= lists[axis].Count;
        }
        return strides;
    }

    /// <summary>Cuts a range of elements in row-major order into boxes.</summary>
    public static List<IndexBox> Cut(IndexList[] lists, long first, long count)
    {
        var boxes = new List<IndexBox>();
        int[] start = new int[lists.Length], counts = new int[lists.Length];
        Cut(boxes, lists, Strides(lists), 0, first, first + count, start, counts);
        return boxes;
    }

    private static void Cut(List<IndexBox> boxes, IndexList[] lists, long[] strides, int axis, long first, long stop, int[] start, int[] count)
    {
        if (first >= stop) return;
        if (axis == lists.Length)
        {
            boxes.Add(new IndexBox([.. start], [.. count]));
            return;
        }
        long stride = strides[axis];
        int head = (int)(first / stride), whole = (int)((first + stride - 1) / stride), tail = (int)(stop / stride);
        if (head == tail) // within one index
        {
            Part(head, first, stop);
            return;
        }
        if (head < whole) Part(head, first, whole * stride);
        if (whole < tail)
        {
            (start[axis], count[axis]) = (whole, tail - whole);
            Cut(boxes, lists, strides, axis + 1, 0, stride, start, count);
        }
        if (tail * stride < stop) Part(tail, tail * stride, stop);

        void Part(int index, long from, long to)
        {
            (start[axis], count[axis]) = (index, 1);
            Cut(boxes, lists, strides, axis + 1, from - (index * stride), to - (index * stride), start, count);
        }
    }
}
