namespace DistArray;

/// <summary>Makes combs of runs of indices as they come.</summary>
internal sealed class IndexListBuilder
{
    private readonly List<Comb> _combs = [];

    /// <summary>Adds neighbouring indices.</summary>
    public void Add(int start, int run)
    {
        if (_combs.Count > 0 && Join(_combs[^1], start, run) is { } joined) _combs[^1] = joined;
        else _combs.Add(new Comb(start, 0, 1, run));
    }

    /// <summary>Adds a comb.</summary>
    public void Add(Comb comb)
    {
        if (comb.Count == 1) Add(comb.Start, comb.Run);
        else _combs.Add(comb);
    }

    public IndexList ToList() => new([.. _combs]);

    private static Comb? Join(Comb last, int start, int run)
    {
        if (last.Count == 1 && start == last.Start + last.Run) return last with { Run = last.Run + run };
        if (run != last.Run) return null;
        if (last.Count == 1) return last with { Step = start - last.Start, Count = 2 };
        return start == last.Start + (last.Count * last.Step) ? last with { Count = last.Count + 1 } : null;
    }
}
