namespace DistArray;

/// <summary>What a rank sends and receives when an array goes from one distribution to another whose parts are all known: a plan each axis and direction.</summary>
/// <remarks>Costs what the axes of this rank cost. Partners are found while they are gone over.</remarks>
internal sealed class RedistributionPlan
{
    private readonly AxisPlan[]? _outgoing; // my part of the source, by parts of the target; null where I have none
    private readonly AxisPlan[]? _incoming; // my part of the target, by parts of the source

    public RedistributionPlan(Distribution source, Distribution target)
    {
        Source = source;
        Target = target;
        if (source.LocalSize > 0) _outgoing = Axes(source, target);
        if (target.LocalSize > 0) _incoming = Axes(target, source);
    }

    public Distribution Source { get; }

    public Distribution Target { get; }

    private int Rank => Source.Communicator.Rank;

    /// <summary>What this rank keeps: its local indices of the source and of the target along each axis; null where there is nothing.</summary>
    public (IndexList[] From, IndexList[] To)? Own()
    {
        if (_outgoing is null || _incoming is null) return null;
        var from = new IndexList[_outgoing.Length];
        var to = new IndexList[_outgoing.Length];
        for (int axis = 0; axis < from.Length; axis++)
        {
            int outgoing = _outgoing[axis].Find(Target.GridCoordinates[axis]), incoming = _incoming[axis].Find(Source.GridCoordinates[axis]);
            if (outgoing < 0 || incoming < 0) return null;
            from[axis] = _outgoing[axis].Indices(outgoing);
            to[axis] = _incoming[axis].Indices(incoming);
        }
        return (from, to);
    }

    /// <summary>Goes over what this rank sends. Each place of the target gets it once a copy, from the copy of the source that is its own or its turn.</summary>
    public IEnumerable<Shipment> Sends()
    {
        if (_outgoing is null || Source.IsReplicated) yield break;
        var numbers = new int[_outgoing.Length];
        var place = new int[_outgoing.Length];
        do
        {
            if (!Shares(_outgoing, numbers, place)) continue;
            for (int copy = 0; copy < Target.Grid.Copies; copy++)
            {
                int rank = Target.Grid.RankOf(place, copy);
                if (rank == Rank || !Places.Serves(Source, rank)) continue;
                yield return new Shipment(rank, _outgoing, [.. numbers]);
            }
        }
        while (Next(_outgoing, numbers));
    }

    /// <summary>Goes over what this rank receives.</summary>
    public IEnumerable<Shipment> Receives()
    {
        if (_incoming is null || Source.IsReplicated) yield break;
        var numbers = new int[_incoming.Length];
        var place = new int[_incoming.Length];
        do
        {
            if (!Shares(_incoming, numbers, place)) continue;
            int rank = Places.Nearest(Source, place, Rank);
            if (rank != Rank) yield return new Shipment(rank, _incoming, [.. numbers]);
        }
        while (Next(_incoming, numbers));
    }

    private static AxisPlan[] Axes(Distribution mine, Distribution other)
    {
        var axes = new AxisPlan[mine.NDim];
        for (int axis = 0; axis < axes.Length; axis++) axes[axis] = AxisPlan.Create(mine.DimMaps[axis], mine.GridCoordinates[axis], other.DimMaps[axis]);
        return axes;
    }

    private static bool Shares(AxisPlan[] axes, int[] numbers, int[] place)
    {
        for (int axis = 0; axis < axes.Length; axis++)
        {
            if (axes[axis].Size(numbers[axis]) == 0) return false;
            place[axis] = axes[axis].Part(numbers[axis]);
        }
        return true;
    }

    private static bool Next(AxisPlan[] axes, int[] numbers)
    {
        for (int axis = axes.Length - 1; axis >= 0; axis--)
        {
            if (++numbers[axis] < axes[axis].Count) return true;
            numbers[axis] = 0;
        }
        return false;
    }
}
