namespace DistArray;

/// <summary>Which elements a rank pushes and gets pushed.</summary>
internal sealed class PutPlan
{
    /// <summary>Source's local indices for each rank.</summary>
    public List<(int Rank, IndexList[] Lists)> Sends { get; } = [];

    /// <summary>For each axis the target's local index of each position of the message, -1 where another one comes later.</summary>
    public List<(int Rank, int[][] Places)> Receives { get; } = [];

    /// <summary>Source's and target's indices of what stays, or null.</summary>
    public (IndexList[] From, IndexList[] To)? Own { get; private set; }

    /// <summary>Tells the owners what comes. <b>Collective.</b></summary>
    /// <param name="communicator">A communicator for exchanges alone.</param>
    /// <param name="source">Where the elements are.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="wanted">Indices of the target along each axis for this rank's part of the source, checked; empty where it has none.</param>
    /// <param name="unique">Whether no two indices of an axis can be the same.</param>
    public static PutPlan Create(ICommunicator communicator, Distribution source, Distribution target, WantedIndices[] wanted, bool[] unique)
    {
        var groups = new AxisGroup[wanted.Length][];
        for (int axis = 0; axis < wanted.Length; axis++) groups[axis] = AxisDirectory.Group(target.DimMaps[axis], wanted[axis]);
        var plan = new PutPlan();
        var requests = new Requests(communicator);
        long[][] globals = OwnedElements.GlobalIndices(source);
        IndexList[]? ownSources = null;
        foreach (AxisGroup[] place in Places.Of(groups, source.LocalSize > 0))
        {
            IndexList[] positions = Array.ConvertAll(place, group => group.Positions());
            for (int copy = 0; copy < target.Grid.Copies; copy++)
            {
                int rank = target.Grid.RankOf(Array.ConvertAll(place, group => group.Part), copy);
                if (!Places.Serves(source, rank)) continue;
                List<long> message = requests.To(rank);
                message.Add(place.Length);
                for (int axis = 0; axis < place.Length; axis++)
                {
                    place[axis].Write(message, target.DimMaps[axis].KnowsOwnPartOnly);
                    if (!unique[axis]) AddGlobals(message, positions[axis], globals[axis]);
                }
                if (rank == communicator.Rank) ownSources = positions;
                else plan.Sends.Add((rank, positions));
            }
        }
        plan.Receive(requests.Exchange(), communicator.Rank, target, unique, ownSources);
        return plan;
    }

    private static void AddGlobals(List<long> message, IndexList positions, long[] globals)
    {
        foreach (int position in positions.ToArray()) message.Add(globals[position]);
    }

    private void Receive(IReadOnlyList<(int Rank, long[] Message)> messages, int self, Distribution target, bool[] unique, IndexList[]? ownSources)
    {
        var places = new List<(int Rank, int[][] Places, long[]?[] Globals)>();
        var last = new long[target.NDim][];
        for (int axis = 0; axis < last.Length; axis++)
        {
            last[axis] = new long[unique[axis] ? 0 : target.LocalShape[axis]];
            Array.Fill(last[axis], -1);
        }
        foreach ((int rank, long[] message) in messages)
        {
            int at = 1;
            var mine = new int[target.NDim][];
            var globals = new long[]?[target.NDim];
            for (int axis = 0; axis < mine.Length; axis++)
            {
                mine[axis] = AxisGroup.Read(message, ref at, target.DimMaps[axis], target.GridCoordinates[axis]).ToArray();
                if (unique[axis]) continue;
                long[] order = globals[axis] = message[at..(at + mine[axis].Length)];
                at += order.Length;
                for (int i = 0; i < order.Length; i++) last[axis][mine[axis][i]] = Math.Max(last[axis][mine[axis][i]], order[i]);
            }
            places.Add((rank, mine, globals));
        }
        foreach ((int rank, int[][] mine, long[]?[] globals) in places)
        {
            for (int axis = 0; axis < mine.Length; axis++)
                for (int i = 0; globals[axis] is { } order && i < order.Length; i++)
                    if (order[i] < last[axis][mine[axis][i]]) mine[axis][i] = -1;
            if (rank == self) Own = (Kept(ownSources!, mine), Array.ConvertAll(mine, axis => IndexList.Of(Array.FindAll(axis, place => place >= 0))));
            else Receives.Add((rank, mine));
        }
    }

    private static IndexList[] Kept(IndexList[] sources, int[][] places)
    {
        var kept = new IndexList[sources.Length];
        for (int axis = 0; axis < kept.Length; axis++) kept[axis] = IndexList.Of([.. sources[axis].ToArray().Where((_, i) => places[axis][i] >= 0)]);
        return kept;
    }
}
