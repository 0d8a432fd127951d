using DistArray.Mpi.Jobs;

namespace DistArray.Mpi;

/// <summary>Texts of ranks, of which equal ones are shown once.</summary>
internal sealed class RankFolds
{
    private readonly List<(string Text, List<int> Ranks, long Least, long Most)> _folds = [];

    /// <summary>Ranks such as "ranks 0, 2-5", their text, and the range of their numbers.</summary>
    public IEnumerable<(string Ranks, string Text, long Least, long Most)> InOrder =>
        _folds.OrderBy(fold => fold.Ranks[0]).Select(fold => (RankNames.Of(fold.Ranks), fold.Text, fold.Least, fold.Most));

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
}
