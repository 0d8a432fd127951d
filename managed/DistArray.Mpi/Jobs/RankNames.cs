namespace DistArray.Mpi.Jobs;

/// <summary>Sets of ranks in words: <c>rank 2</c>, <c>ranks 0-3, 6</c>.</summary>
internal static class RankNames
{
    public static string Of(IReadOnlyList<int> ranks) => (ranks.Count == 1 ? "rank " : "ranks ") + Numbers(ranks);

    /// <summary>The numbers alone, neighbours as first-last.</summary>
    /// <param name="ranks">Ranks in rising order.</param>
    public static string Numbers(IReadOnlyList<int> ranks)
    {
        List<string> parts = [];
        for (int first = 0, next; first < ranks.Count; first = next)
        {
            next = first + 1;
            while (next < ranks.Count && ranks[next] == ranks[next - 1] + 1) next++;
            if (next - first > 1) parts.Add($"{ranks[first]}-{ranks[next - 1]}");
            else parts.Add($"{ranks[first]}");
        }
        return string.Join(", ", parts);
    }

    /// <summary>Folds ranks that say the same: the texts in the order of their first rank, with the ranks of each.</summary>
    public static IEnumerable<(IReadOnlyList<int> Ranks, string Text)> Fold(IEnumerable<(int Rank, string Text)> said) =>
        said.GroupBy(x => x.Text, x => x.Rank).Select(group => ((IReadOnlyList<int>)[.. group], group.Key));
}
