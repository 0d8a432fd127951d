namespace DistArray;

/// <summary>To which rank each of this rank's elements goes, and the way back.</summary>
internal sealed class ElementRoute
{
    private readonly ICommunicator _communicator;
    private readonly long[] _to;        // elements for each rank
    private readonly long[] _from;      // elements of each rank
    private readonly int[] _positions;  // of the elements, in the order of the ranks

    private ElementRoute(ICommunicator communicator, long[] codes, int[] positions, long[] to)
    {
        _communicator = communicator;
        Codes = codes;
        _positions = positions;
        _to = to;
        _from = new long[to.Length];
        communicator.Alltoall<long>(to, _from);
    }

    /// <summary>What the owners need to find the elements, in the order of the ranks: a local index each axis, a global one where only the owner knows it.</summary>
    public long[] Codes { get; }

    /// <summary>Finds the owners. <b>Collective.</b></summary>
    /// <param name="communicator">A communicator for exchanges alone.</param>
    /// <param name="distribution">Where the elements are.</param>
    /// <param name="linear">Their places in row-major order, checked.</param>
    /// <param name="toEveryCopy">Whether every rank that holds an element is meant, or one.</param>
    public static ElementRoute Create(ICommunicator communicator, Distribution distribution, ReadOnlySpan<long> linear, bool toEveryCopy)
    {
        int copies = toEveryCopy ? distribution.Grid.Copies : 1, n = linear.Length;
        var codes = new long[n];
        var places = new int[n];
        Locate(distribution, linear, codes, places);
        var known = new PartTable<int[]>(distribution.Grid.Size, n);
        var ranks = new int[n * copies];
        for (int i = 0; i < n; i++)
        {
            int[] there = known[places[i]] ??= RanksAt(distribution, places[i], toEveryCopy, communicator.Rank);
            if (copies == 1) ranks[i] = there[0];
            else there.CopyTo(ranks, i * copies);
        }
        var to = new long[communicator.Size];
        foreach (int rank in ranks) to[rank]++;
        int[] next = new int[to.Length], positions = new int[ranks.Length];
        for (int rank = 1; rank < next.Length; rank++) next[rank] = next[rank - 1] + (int)to[rank - 1];
        var sorted = new long[ranks.Length];
        for (int i = 0; i < ranks.Length; i++)
        {
            int at = next[ranks[i]]++;
            positions[at] = i / copies;
            sorted[at] = codes[i / copies];
        }
        return new ElementRoute(communicator, sorted, positions, to);
    }

    /// <summary>Values in the order of the ranks.</summary>
    public T[] Arrange<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        var arranged = new T[_positions.Length];
        if (values.IsEmpty) return arranged;
        for (int i = 0; i < arranged.Length; i++) arranged[i] = values[_positions[i]];
        return arranged;
    }

    /// <summary>Sends arranged values to the owners. <b>Collective.</b></summary>
    public T[] Send<T>(T[] values) where T : unmanaged
    {
        var arrived = new T[_from.Sum()];
        _communicator.Alltoall<T>(values, _to, arrived, _from);
        return arrived;
    }

    /// <summary>Sends the owners' answers back, each to its position. <b>Collective.</b></summary>
    public void Answer<T>(T[] answers, Span<T> destination) where T : unmanaged
    {
        var arrived = new T[_positions.Length];
        _communicator.Alltoall<T>(answers, _from, arrived, _to);
        for (int i = 0; i < arrived.Length; i++) destination[_positions[i]] = arrived[i];
    }

    private static int[] RanksAt(Distribution distribution, int number, bool toEveryCopy, int rank)
    {
        var place = new int[distribution.NDim];
        for (int axis = place.Length - 1; axis >= 0; axis--) (number, place[axis]) = Math.DivRem(number, distribution.Grid.Shape[axis]);
        return toEveryCopy
            ? [.. Enumerable.Range(0, distribution.Grid.Copies).Select(copy => distribution.Grid.RankOf(place, copy))]
            : [Places.Nearest(distribution, place, rank)];
    }

    // The code of each element, and the number of its place in the process grid.
    private static void Locate(Distribution distribution, ReadOnlySpan<long> linear, long[] codes, int[] places)
    {
        long[] rest = linear.ToArray(), indices = new long[rest.Length];
        long radix = 1;
        int stride = 1;
        for (int axis = distribution.NDim - 1; axis >= 0; axis--)
        {
            DimMap map = distribution.DimMaps[axis];
            long extent = distribution.Shape[axis];
            for (int i = 0; i < rest.Length; i++) (rest[i], indices[i]) = Math.DivRem(rest[i], extent);
            if (map.KnowsOwnPartOnly)
            {
                int[] found = AxisDirectory.Parts(map, indices);
                for (int i = 0; i < indices.Length; i++)
                {
                    places[i] += stride * found[i];
                    codes[i] += radix * indices[i];
                }
            }
            else
            {
                for (int i = 0; i < indices.Length; i++)
                {
                    places[i] += stride * map.Owner(indices[i]);
                    codes[i] += radix * map.GlobalToLocal(indices[i]);
                }
            }
            radix *= Math.Max(1, extent);
            stride *= map.Parts;
        }
    }
}
