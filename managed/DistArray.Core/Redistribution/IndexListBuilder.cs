namespace DistArray;

/// <summary>Makes combs of runs of indices as they come.</summary>
internal sealed class IndexListBuilder
{
    private readonly List<Comb> _combs = [];

    /// <summary>Adds neighbouring indices.</summary>
    public void Add(int start, int run) => Add(new Comb(start, 0, 1, run));

    /// <summary>Adds a comb.</summary>
    public void Add(Comb comb)
    {
        if (comb.Size == 0) return;
        if (_combs.Count > 0 && Join(_combs[^1], comb) is { } joined) _combs[^1] = joined;
        else _combs.Add(comb);
    }

    public IndexList ToList() => new([.. _combs]);

    public Comb[] ToCombs() => [.. _combs];

    private static Comb? Join(Comb last, Comb next)
    {
        int distance = next.Start - last.Start;
        if (last.Count == 1 && next.Count == 1 && distance == last.Run) return last with { Run = last.Run + next.Run };
        if (next.Run != last.Run) return null;
        int step = last.Count > 1 ? last.Step : distance;
        return distance == last.Count * step && (next.Count == 1 || next.Step == step) ? last with { Step = step, Count = last.Count + next.Count } : null;
    }
}
