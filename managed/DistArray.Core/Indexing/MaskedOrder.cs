namespace DistArray;

/// <summary>The row-major order of the true elements of a distributed mask: each rank gets the ones of a stretch of the whole array.</summary>
internal sealed class MaskedOrder
{
    private readonly long[] _sends;      // elements for each rank, null where they are here in their order
    private readonly long[] _receives;
    private readonly int[]? _outgoing;   // of this rank's true elements, in the order of the ranks
    private readonly int[]? _sorted;     // of what came in
    private readonly ICommunicator _communicator;

    private MaskedOrder(Distribution mask, long[] places)
    {
        _communicator = mask.Communicator;
        _sends = _receives = [];
        Places = places;
        if (IsEverywhere(mask))
        {
            Distribution = mask.IsLiteral ? Distribution.Literal([places.Length]) : ResultDistribution.Replicated(_communicator, [places.Length]);
            return;
        }
        if (!IsInOrder(mask))
        {
            (_outgoing, _sends) = Route(places, mask.Size, _communicator.Size);
            _receives = new long[_sends.Length];
            _communicator.Alltoall<long>(_sends, _receives);
            Places = Send(Array.ConvertAll(_outgoing, position => places[position]));
            if (!IsAscending(Places))
            {
                _sorted = [.. Enumerable.Range(0, Places.Length)];
                Array.Sort(Places, _sorted);
            }
        }
        Distribution = Blocks(_communicator, Places.Length);
    }

    /// <summary>Places in row-major order of the true elements of this rank's stretch.</summary>
    public long[] Places { get; }

    /// <summary>Of an array of as many elements as are true: by blocks whose bounds follow the mask; on every rank where the mask is.</summary>
    public Distribution Distribution { get; }

    /// <summary>The order of a mask's true elements. <b>Collective.</b></summary>
    public static MaskedOrder Of(DistArray<bool> mask) => Of(mask.Distribution, mask.LocalToArray());

    /// <summary>The order of the true elements; of copies one gives them.</summary>
    public static MaskedOrder Of(Distribution mask, bool[] isTrue) => new(mask, mask.IsPrimary || IsEverywhere(mask) ? LocalPlaces(mask, isTrue) : []);

    /// <summary>Brings a value each of this rank's true elements to where the order has it. <b>Collective.</b></summary>
    public T[] Arrange<T>(T[] values) where T : unmanaged
    {
        if (_outgoing is null) return Places.Length == values.Length ? values : []; // copies have given none
        T[] arrived = Send(Array.ConvertAll(_outgoing, position => values[position]));
        return _sorted is null ? arrived : Array.ConvertAll(_sorted, position => arrived[position]);
    }

    /// <summary>The number in the order of each of this rank's true elements, and how many there are. <b>Collective.</b></summary>
    public static (long[] Numbers, long Count) Numbers(Distribution mask, bool[] isTrue)
    {
        long[] places = LocalPlaces(mask, isTrue), numbers = new long[places.Length];
        if (IsEverywhere(mask)) return (Count(0, places.Length), places.Length);
        ICommunicator communicator = mask.Communicator;
        if (IsInOrder(mask))
        {
            long[] counts = communicator.Allgather(mask.IsPrimary ? places.Length : 0L);
            int owner = mask.IsMember ? mask.Grid.RankOf(mask.GridCoordinates) : 0;
            return (Count(counts[..owner].Sum(), places.Length), counts.Sum());
        }
        (int[] outgoing, long[] sends) = Route(places, mask.Size, communicator.Size);
        var receives = new long[sends.Length];
        communicator.Alltoall<long>(sends, receives);
        var asked = new long[receives.Sum()];
        communicator.Alltoall<long>(Array.ConvertAll(outgoing, position => places[position]), sends, asked, receives);
        long[] distinct = [.. asked.Distinct().Order()];
        long[] all = communicator.Allgather((long)distinct.Length);
        long first = all[..communicator.Rank].Sum();
        var answers = new long[outgoing.Length];
        communicator.Alltoall<long>(Array.ConvertAll(asked, place => first + Array.BinarySearch(distinct, place)), receives, answers, sends);
        for (int i = 0; i < answers.Length; i++) numbers[outgoing[i]] = answers[i];
        return (numbers, all.Sum());

        static long[] Count(long from, int count)
        {
            var numbers = new long[count];
            for (int i = 0; i < count; i++) numbers[i] = from + i;
            return numbers;
        }
    }

    private T[] Send<T>(T[] values) where T : unmanaged
    {
        var arrived = new T[_receives.Sum()];
        _communicator.Alltoall<T>(values, _sends, arrived, _receives);
        return arrived;
    }

    private static bool IsEverywhere(Distribution mask) => mask.IsReplicated && !Redistribution.HasUnstructured(mask);

    // Whether the ranks, one after the other, have the elements in row-major order: one axis by blocks, none of more than one index before.
    private static bool IsInOrder(Distribution mask)
    {
        int divided = -1;
        for (int axis = 0; axis < mask.NDim; axis++)
        {
            DimMap map = mask.DimMaps[axis];
            if (map.KnowsOwnPartOnly) return false;
            if (map.Parts == 1) continue;
            if (divided >= 0 || map is not BlockMap) return false;
            divided = axis;
        }
        if (divided < 0) return true;
        for (int axis = 0; axis < divided; axis++)
            if (mask.Shape[axis] > 1) return false;
        var place = new int[mask.NDim];
        for (int previous = -1; place[divided] < mask.Grid.Shape[divided]; place[divided]++)
        {
            int rank = mask.Grid.RankOf(place);
            if (rank < previous) return false;
            previous = rank;
        }
        return true;
    }

    private static long[] LocalPlaces(Distribution mask, bool[] isTrue)
    {
        if (mask.LocalSize == 0) return [];
        (long[] rows, long[] columns) = AxisTables.Rows(AxisTables.Places(mask));
        var places = new long[isTrue.AsSpan().Count(true)];
        int found = 0, at = 0;
        foreach (long row in rows)
        {
            foreach (long column in columns)
                if (isTrue[at++]) places[found++] = row + column;
        }
        return places;
    }

    // Each rank gets a stretch of the whole array.
    private static (int[] Outgoing, long[] Sends) Route(long[] places, long size, int ranks)
    {
        long stretch = Math.Max(1, (size + ranks - 1) / ranks);
        var sends = new long[ranks];
        foreach (long place in places) sends[place / stretch]++;
        int[] next = new int[ranks], outgoing = new int[places.Length];
        for (int rank = 1; rank < ranks; rank++) next[rank] = next[rank - 1] + (int)sends[rank - 1];
        for (int i = 0; i < places.Length; i++) outgoing[next[places[i] / stretch]++] = i;
        return (outgoing, sends);
    }

    private static Distribution Blocks(ICommunicator communicator, long mine)
    {
        long[] counts = communicator.Allgather(mine), bounds = new long[counts.Length + 1];
        for (int rank = 0; rank < counts.Length; rank++) bounds[rank + 1] = bounds[rank] + counts[rank];
        return new Distribution(communicator, [BlockMap.FromBounds(bounds)]);
    }

    private static bool IsAscending(long[] numbers)
    {
        for (int i = 1; i < numbers.Length; i++)
            if (numbers[i] < numbers[i - 1]) return false;
        return true;
    }
}
