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
    public static int Nearest(Distribution distribution, AxisGroup[] place, ICommunicator communicator) =>
        Nearest(distribution, Array.ConvertAll(place, group => group.Part), communicator);

    public static int Nearest(Distribution distribution, ReadOnlySpan<int> place, ICommunicator communicator) =>
        distribution.IsMember && place.SequenceEqual(distribution.GridCoordinates)
            ? communicator.Rank
            : distribution.Grid.RankOf(place, Turn(distribution, communicator.Rank));

    /// <summary>Which copy serves a rank that is none itself.</summary>
    public static int Turn(Distribution distribution, int rank) => (int)((long)rank * distribution.Grid.Copies / distribution.Communicator.Size);
}
