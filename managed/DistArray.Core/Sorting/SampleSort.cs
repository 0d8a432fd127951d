namespace DistArray;

/// <summary>Sorts all elements of an array over the ranks: each gets those between two bounds, which samples of the elements choose.</summary>
internal static class SampleSort
{
    /// <summary>This rank's stretch of the sorted elements, with their places in row-major order; all equal elements are on one rank. <b>Collective.</b></summary>
    public static (T[] Elements, long[] Places) Sort<T>(DistArray<T> array) where T : unmanaged
    {
        ICommunicator communicator = array.Distribution.Communicator;
        bool gives = array.Distribution.IsPrimary;
        T[] elements = gives ? array.LocalToArray() : [];
        long[] places = gives && elements.Length > 0 ? AxisTables.Sums(AxisTables.Places(array.Distribution)) : [];
        Sort(elements, places);
        if (communicator.Size == 1) return (elements, places);
        T[] bounds = Bounds(communicator, elements);
        var sends = new long[communicator.Size];
        int start = 0;
        for (int rank = 0; rank < sends.Length; rank++)
        {
            int stop = rank < bounds.Length ? NotAbove(elements, bounds[rank]) : elements.Length;
            sends[rank] = Math.Max(0, stop - start);
            start = Math.Max(start, stop);
        }
        var receives = new long[sends.Length];
        communicator.Alltoall<long>(sends, receives);
        var mine = new T[receives.Sum()];
        var minePlaces = new long[mine.Length];
        communicator.Alltoall<T>(elements, sends, mine, receives);
        communicator.Alltoall<long>(places, sends, minePlaces, receives);
        Sort(mine, minePlaces);
        return (mine, minePlaces);
    }

    private static void Sort<T>(T[] elements, long[] places) where T : unmanaged
    {
        var pairs = new (T Element, long Place)[elements.Length];
        for (int i = 0; i < pairs.Length; i++) pairs[i] = (elements[i], places[i]);
        pairs.AsSpan().Sort(default(ElementOrder<T>));
        for (int i = 0; i < pairs.Length; i++) (elements[i], places[i]) = pairs[i];
    }

    // As many equal steps of the samples of all ranks as there are ranks; each rank samples its own sorted elements at equal steps.
    private static T[] Bounds<T>(ICommunicator communicator, T[] sorted) where T : unmanaged
    {
        int most = communicator.Size;
        var samples = new T[Math.Min(most, sorted.Length)];
        for (int i = 0; i < samples.Length; i++) samples[i] = sorted[(int)(((2L * i) + 1) * sorted.Length / (2L * samples.Length))];
        long[] counts = communicator.Allgather((long)samples.Length);
        var all = new T[counts.Sum()];
        communicator.Allgather<T>(samples, all, counts);
        all.AsSpan().Sort(default(ElementOrder<T>));
        if (all.Length == 0) return [];
        var bounds = new T[communicator.Size - 1];
        for (int rank = 0; rank < bounds.Length; rank++) bounds[rank] = all[(int)((rank + 1L) * all.Length / communicator.Size)];
        return bounds;
    }

    private static int NotAbove<T>(T[] sorted, T bound) where T : unmanaged
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (default(ElementOrder<T>).Compare(sorted[middle], bound) <= 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
