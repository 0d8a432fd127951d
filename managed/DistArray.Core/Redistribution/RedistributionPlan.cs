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
    public IEnumerable<Partner> Sends()
    {
        if (_outgoing is null || Source.IsReplicated) yield break;
        var walk = new PartnerWalk(_outgoing);
        int copies = Target.Grid.Copies, me = Rank;
        while (walk.MoveNext())
        {
            for (int copy = 0; copy < copies; copy++)
            {
                int rank = Target.Grid.RankOf(walk.Place, copy);
                if (rank != me && Places.Serves(Source, rank)) yield return new Partner(rank, walk.Number, walk.Count);
            }
        }
    }

    /// <summary>Goes over what this rank receives.</summary>
    public IEnumerable<Partner> Receives()
    {
        if (_incoming is null || Source.IsReplicated) yield break;
        var walk = new PartnerWalk(_incoming);
        int me = Rank;
        while (walk.MoveNext())
        {
            int rank = Places.Nearest(Source, walk.Place, me);
            if (rank != me) yield return new Partner(rank, walk.Number, walk.Count);
        }
    }

    /// <summary>This rank's local indices of the source for a partner of <see cref="Sends"/>.</summary>
    public IndexList[] Sent(long number) => Lists(_outgoing!, number);

    /// <summary>This rank's local indices of the target for a partner of <see cref="Receives"/>.</summary>
    public IndexList[] Received(long number) => Lists(_incoming!, number);

    /// <summary>The local indices of the source that another rank sends this one.</summary>
    public IndexList[] SentBy(int rank)
    {
        int[] place = Source.Grid.Coordinates(rank);
        var lists = new IndexList[place.Length];
        for (int axis = 0; axis < lists.Length; axis++)
        {
            var theirs = AxisPlan.Create(Source.DimMaps[axis], place[axis], Target.DimMaps[axis]);
            lists[axis] = theirs.Indices(theirs.Find(Target.GridCoordinates[axis]));
        }
        return lists;
    }

    private static IndexList[] Lists(AxisPlan[] axes, long number)
    {
        var lists = new IndexList[axes.Length];
        for (int axis = axes.Length - 1; axis >= 0; axis--)
        {
            (number, long one) = Math.DivRem(number, axes[axis].Count);
            lists[axis] = axes[axis].Indices((int)one);
        }
        return lists;
    }

    private static AxisPlan[] Axes(Distribution mine, Distribution other)
    {
        var axes = new AxisPlan[mine.NDim];
        for (int axis = 0; axis < axes.Length; axis++) axes[axis] = AxisPlan.Create(mine.DimMaps[axis], mine.GridCoordinates[axis], other.DimMaps[axis]);
        return axes;
    }
}
