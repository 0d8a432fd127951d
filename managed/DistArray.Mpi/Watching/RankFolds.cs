namespace DistArray.Mpi;

/// <summary>Texts of ranks, of which equal ones are shown once.</summary>
internal sealed class RankFolds
{
    private readonly List<(string Text, List<int> Ranks, long Least, long Most)> _folds = [];

    /// <summary>Ranks such as "ranks 0, 2-5", their text, and the range of their numbers.</summary>
    public IEnumerable<(string Ranks, string Text, long Least, long Most)> InOrder =>
        _folds.OrderBy(fold => fold.Ranks[0]).Select(fold => (NamesOf(fold.Ranks), fold.Text, fold.Least, fold.Most));

    public void Add(int rank, string text, long number = 0)
    {
        int index = _folds.FindIndex(fold => fold.Text == text);
        if (index < 0)
        {
            _folds.Add((text, [rank], number, number));
            return;
        }
        var (_, ranks, least, most) = _folds[index];
        ranks.Add(rank);
        _folds[index] = (text, ranks, Math.Min(least, number), Math.Max(most, number));
    }

    public static string NamesOf(List<int> ranks)
    {
        ranks.Sort();
        List<string> parts = [];
        for (int i = 0, end; i < ranks.Count; i = end)
        {
            for (end = i + 1; end < ranks.Count && ranks[end] == ranks[end - 1] + 1;) end++;
            parts.Add(end - i > 2 ? $"{ranks[i]}-{ranks[end - 1]}" : string.Join(", ", ranks[i..end]));
        }
        return (ranks.Count == 1 ? "rank " : "ranks ") + string.Join(", ", parts);
    }
}
