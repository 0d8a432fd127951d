namespace DistArray;

/// <summary>The row-major order of the true elements of a distributed mask: each rank gets those of a stretch of the whole array.</summary>
internal sealed class MaskedOrder
{
    private readonly ICommunicator _communicator;
    private readonly MaskedRoute? _route; // null where each rank has its stretch already
    private readonly long[]? _places;

    private MaskedOrder(Distribution mask, bool[] isTrue, bool toCopies)
    {
        _communicator = mask.Communicator;
        if (IsEverywhere(mask))
        {
            _places = LocalPlaces(mask, isTrue);
            Distribution = mask.IsLiteral ? Distribution.Literal([_places.Length]) : ResultDistribution.Replicated(_communicator, [_places.Length]);
        }
        else if (IsInOrder(mask) && (mask.Grid.Copies == 1 || !toCopies))
        {
            _places = mask.IsPrimary ? LocalPlaces(mask, isTrue) : [];
            Distribution = ResultDistribution.Gathered(_communicator, _places.Length);
        }
        else
        {
            _route = new MaskedRoute(_communicator, mask.Size, mask.IsPrimary || toCopies ? LocalPlaces(mask, isTrue) : []);
            Distribution = ResultDistribution.Gathered(_communicator, _route.Count);
        }
    }

    /// <summary>Of an array of as many elements as are true: by blocks whose bounds follow the mask; on every rank where the mask is.</summary>
    public Distribution Distribution { get; }

    /// <summary>Places in row-major order of the true elements of this rank's stretch.</summary>
    public long[] Places => _route is null ? _places! : _route.Arrange(_route.Outgoing);

    /// <summary>The order of a mask's true elements. <b>Collective.</b></summary>
    public static MaskedOrder Of(DistArray<bool> mask) => Of(mask.Distribution, mask.LocalToArray());

    /// <summary>The order of the true elements. <b>Collective.</b></summary>
    /// <param name="mask">Distribution of the mask.</param>
    /// <param name="isTrue">This rank's part of it, in row-major order.</param>
    /// <param name="toCopies">Whether of ranks that have the same elements all take part, or one.</param>
    public static MaskedOrder Of(Distribution mask, bool[] isTrue, bool toCopies = false) => new(mask, isTrue, toCopies);

    /// <summary>Brings a value each of this rank's true elements to where the order has it. <b>Collective.</b></summary>
    public T[] Arrange<T>(T[] values) where T : unmanaged => _route is not null ? _route.Arrange(values) : _places!.Length == values.Length ? values : []; // copies give none

    /// <summary>Brings the values of the order back to where the elements are. <b>Collective.</b></summary>
    public T[] Restore<T>(T[] ordered) where T : unmanaged => _route is null ? ordered : _route.Restore(ordered);

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
        int found = 0;
        for (int row = 0, at = 0; row < rows.Length && found < places.Length; row++)
        {
            for (int column = 0; column < columns.Length && found < places.Length; column++)
            {
                places[found] = rows[row] + columns[column];
                if (isTrue[at++]) found++;
            }
        }
        return places;
    }
}
