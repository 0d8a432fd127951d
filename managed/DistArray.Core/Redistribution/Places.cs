namespace DistArray;

/// <summary>Places of a process grid that groups of indices reach.</summary>
internal static class Places
{
    /// <summary>Every combination of a group each an axis; one of nothing where there are no axes.</summary>
    /// <param name="groups">Groups of each axis.</param>
    /// <param name="any">Whether this rank has elements at all.</param>
    public static IEnumerable<AxisGroup[]> Of(AxisGroup[][] groups, bool any)
    {
        if (!any || Array.Exists(groups, axis => axis.Length == 0)) yield break;
        var numbers = new int[groups.Length];
        while (true)
        {
            var place = new AxisGroup[groups.Length];
            for (int i = 0; i < place.Length; i++) place[i] = groups[i][numbers[i]];
            yield return place;
            int axis = groups.Length - 1;
            for (; axis >= 0 && ++numbers[axis] == groups[axis].Length; axis--) numbers[axis] = 0;
            if (axis < 0) yield break;
        }
    }

    /// <summary>The rank to ask for the elements of a place: this one where it has them, else the copies in turn.</summary>
    public static int Nearest(Distribution distribution, ReadOnlySpan<int> place, int rank) =>
        distribution.IsMember && place.SequenceEqual(distribution.GridCoordinates) ? rank : distribution.Grid.RankOf(place, Turn(distribution, rank));

    /// <summary>Whether it is this rank that gives its elements to another one: of the copies of a place, one that is to get them serves itself, and others are served in turn.</summary>
    public static bool Serves(Distribution distribution, int other)
    {
        int rank = distribution.Communicator.Rank;
        if (other == rank || distribution.Grid.Copies == 1) return true;
        Span<int> place = stackalloc int[distribution.NDim];
        if (distribution.Grid.TryGetCoordinates(other, place, out _) && place.SequenceEqual(distribution.GridCoordinates)) return false;
        distribution.Grid.TryGetCoordinates(rank, place, out int copy);
        return copy == Turn(distribution, other);
    }

    private static int Turn(Distribution distribution, int rank) => (int)((long)rank * distribution.Grid.Copies / distribution.Communicator.Size);
}
