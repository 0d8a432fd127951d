namespace DistArray;

/// <summary>Which elements a rank sends and receives, as index lists each rank: what requests have told.</summary>
internal sealed class GatherPlan
{
    public List<(int Rank, IndexList[] Lists)> Sends { get; } = [];

    public List<(int Rank, IndexList[] Lists)> Receives { get; } = [];

    /// <summary>Source's and target's indices of what stays, or null.</summary>
    public (IndexList[] From, IndexList[] To)? Own { get; private set; }

    /// <summary>Number of combs that this rank keeps.</summary>
    public long Weight => Sends.Concat(Receives).Sum(one => one.Lists.Sum(list => (long)list.Weight)) + (Own is { } own ? own.From.Concat(own.To).Sum(list => (long)list.Weight) : 0);

    /// <summary>Finds out who owns what each rank wants for its part of a target, and tells them. <b>Collective.</b></summary>
    /// <param name="communicator">A communicator for exchanges alone.</param>
    /// <param name="source">Where the elements are.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="wanted">Indices of the source along each axis for this rank's part of the target, checked; empty where it has none.</param>
    public static GatherPlan Create(ICommunicator communicator, Distribution source, Distribution target, WantedIndices[] wanted)
    {
        var groups = new AxisGroup[wanted.Length][];
        for (int axis = 0; axis < wanted.Length; axis++) groups[axis] = AxisDirectory.Group(source.DimMaps[axis], wanted[axis]);
        var plan = new GatherPlan();
        var requests = new Requests(communicator);
        IndexList[]? ownTargets = null;
        foreach (AxisGroup[] place in Places.Of(groups, target.LocalSize > 0))
        {
            int rank = Places.Nearest(source, Array.ConvertAll(place, group => group.Part), communicator.Rank);
            IndexList[] positions = Array.ConvertAll(place, group => group.Positions());
            List<long> message = requests.To(rank);
            message.Add(place.Length);
            for (int axis = 0; axis < place.Length; axis++) place[axis].Write(message, source.DimMaps[axis].KnowsOwnPartOnly);
            if (rank == communicator.Rank) ownTargets = positions;
            else plan.Receives.Add((rank, positions));
        }
        foreach ((int rank, long[] message) in requests.Exchange())
        {
            IndexList[] lists = Read(message, source);
            if (rank == communicator.Rank) plan.Own = (lists, ownTargets!);
            else plan.Sends.Add((rank, lists));
        }
        return plan;
    }

    private static IndexList[] Read(ReadOnlySpan<long> message, Distribution source)
    {
        int at = 1;
        var lists = new IndexList[source.NDim];
        for (int axis = 0; axis < lists.Length; axis++) lists[axis] = AxisGroup.Read(message, ref at, source.DimMaps[axis], source.GridCoordinates[axis]);
        return lists;
    }
}
