namespace DistArray;

/// <summary>Finds out which boxes go where. A ghost of whatever index comes from the rank that owns the element, directly: also from beyond a neighbour, and in corners.</summary>
internal sealed class HaloPlanner
{
    private readonly Distribution _distribution;
    private readonly HaloRules _rules;
    private readonly HaloWidths _widths;
    private readonly int _copy;

    private HaloPlanner(Distribution distribution, HaloRules rules, HaloWidths widths)
    {
        _distribution = distribution;
        _rules = rules;
        _widths = widths;
        distribution.Grid.TryGetCoordinates(distribution.Communicator.Rank, new int[distribution.NDim], out _copy);
    }

    /// <summary>Makes the plan of this rank.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static HaloPlan Make(Distribution distribution, HaloRules rules, HaloCarrier carrier)
    {
        var planner = new HaloPlanner(distribution, rules, HaloWidths.Agree(distribution, rules));
        HaloPlan plan = planner.Make(carrier);
        carrier.Connect([.. plan.Receives.Concat(plan.Sends).Select(peer => peer.Rank).Distinct().Order()]);
        return plan;
    }

    /// <summary>This rank's axis.</summary>
    public static HaloAxis OwnAxis(Distribution distribution, HaloRules rules, int axis) => new(distribution.DimMaps[axis], distribution.GridCoordinates[axis],
        distribution.HaloLow[axis], distribution.HaloHigh[axis], distribution.Periodic[axis], rules.Low[axis].Kind, rules.High[axis].Kind, rules.MostLow(axis), rules.MostHigh(axis));

    private HaloPlan Make(HaloCarrier carrier)
    {
        if (!_distribution.IsMember) return new HaloPlan(_rules, carrier, [], [], []);
        SortedDictionary<int, List<(HaloBox Ghost, HaloBox Owned)>> ghosts = Ghosts();
        ghosts.Remove(_distribution.Communicator.Rank, out List<(HaloBox, HaloBox)>? own);
        return new HaloPlan(_rules, carrier, [.. ghosts.Select(pair => new HaloPeer(pair.Key, [.. pair.Value.Select(boxes => boxes.Ghost)]))], Sends(), [.. own ?? []]);
    }

    // Boxes of ghosts by owner; the source is in the owner's local indices without ghosts, for the own rank with them.
    private SortedDictionary<int, List<(HaloBox Ghost, HaloBox Owned)>> Ghosts()
    {
        var found = new SortedDictionary<int, List<(HaloBox, HaloBox)>>();
        var segments = new List<HaloSegment>[_distribution.NDim];
        for (int axis = 0; axis < segments.Length; axis++) segments[axis] = OwnAxis(_distribution, _rules, axis).Segments();
        var coordinates = new int[segments.Length];
        foreach (HaloSegment[] box in Boxes(segments))
        {
            for (int axis = 0; axis < box.Length; axis++) coordinates[axis] = box[axis].Part;
            int owner = _distribution.Grid.RankOf(coordinates, _copy);
            if (!found.TryGetValue(owner, out List<(HaloBox, HaloBox)>? boxes)) found[owner] = boxes = [];
            boxes.Add((Ghost(box), Owned(box)));
        }
        return found;
    }

    private HaloPeer[] Sends()
    {
        var sends = new List<HaloPeer>();
        foreach ((int rank, List<HaloSegment>[] segments) in _widths.AreEqual ? Receivers() : AllReceivers())
        {
            if (rank == _distribution.Communicator.Rank) continue;
            HaloBox[] boxes = [.. Boxes(segments).Select(Owned)];
            if (boxes.Length > 0) sends.Add(new HaloPeer(rank, boxes));
        }
        return [.. sends.OrderBy(peer => peer.Rank)];
    }

    // Where all widths are equal, what a part shows of this rank's does not depend on the other axes.
    private IEnumerable<(int Rank, List<HaloSegment>[] Segments)> Receivers()
    {
        int ndim = _distribution.NDim;
        var parts = new List<(int Part, List<HaloSegment> Segments)>[ndim];
        for (int axis = 0; axis < ndim; axis++)
        {
            HaloAxis own = OwnAxis(_distribution, _rules, axis);
            parts[axis] = [];
            for (int part = 0; part < own.Map.Parts; part++)
            {
                if (part != own.Part && !own.HasGhosts) continue;
                List<HaloSegment> segments = ShownOf(own with { Part = part }, own.Part);
                if (segments.Count > 0) parts[axis].Add((part, segments));
            }
        }
        foreach ((int Part, List<HaloSegment> Segments)[] choice in Product(parts))
            yield return (_distribution.Grid.RankOf(Array.ConvertAll(choice, one => one.Part), _copy), Array.ConvertAll(choice, one => one.Segments));
    }

    private IEnumerable<(int Rank, List<HaloSegment>[] Segments)> AllReceivers()
    {
        int ndim = _distribution.NDim;
        var coordinates = new int[ndim];
        for (int rank = 0; rank < _distribution.Communicator.Size; rank++)
        {
            if (!_distribution.Grid.TryGetCoordinates(rank, coordinates, out int copy) || copy != _copy) continue;
            var segments = new List<HaloSegment>[ndim];
            int axis = 0;
            for (; axis < ndim; axis++)
            {
                HaloAxis own = OwnAxis(_distribution, _rules, axis);
                HaloAxis other = own with { Part = coordinates[axis], Low = _widths.Low(rank, axis), High = _widths.High(rank, axis) };
                if (other.Part != own.Part && !other.HasGhosts) break;
                segments[axis] = ShownOf(other, own.Part);
                if (segments[axis].Count == 0) break;
            }
            if (axis == ndim) yield return (rank, segments);
        }
    }

    private static List<HaloSegment> ShownOf(HaloAxis axis, int part)
    {
        List<HaloSegment> segments = axis.Segments();
        segments.RemoveAll(segment => segment.Part != part);
        return segments;
    }

    private IEnumerable<HaloSegment[]> Boxes(List<HaloSegment>[] segments) =>
        Product(segments).Where(box => box.Count(segment => segment.IsGhost) is var ghosts && (ghosts == 1 || (ghosts > 1 && _rules.Corners)));

    // Every choice of one of each list, the last one varying fastest.
    private static IEnumerable<T[]> Product<T>(List<T>[] lists)
    {
        var index = new int[lists.Length];
        if (lists.Any(list => list.Count == 0)) yield break;
        while (true)
        {
            yield return [.. lists.Select((list, axis) => list[index[axis]])];
            int axis = lists.Length - 1;
            for (; axis >= 0 && ++index[axis] == lists[axis].Count; axis--) index[axis] = 0;
            if (axis < 0) yield break;
        }
    }

    private static HaloBox Ghost(HaloSegment[] box) =>
        new(Array.ConvertAll(box, segment => segment.Position), Array.ConvertAll(box, segment => segment.Count), Array.ConvertAll(box, _ => 1));

    private HaloBox Owned(HaloSegment[] box) =>
        new([.. box.Select((segment, axis) => segment.Source + _distribution.HaloLow[axis])], Array.ConvertAll(box, segment => segment.Count), Array.ConvertAll(box, segment => segment.Step));
}
