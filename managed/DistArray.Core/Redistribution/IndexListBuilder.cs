namespace DistArray;

/// <summary>Makes combs of runs of indices as they come.</summary>
internal sealed class IndexListBuilder
{
    private readonly List<Comb> _combs = []; // but for the last one
    private Comb _last;

    /// <summary>Adds neighbouring indices.</summary>
    public void Add(int start, int run)
    {
        // The common cases: the run goes on, or comes again at the same distance.
        if (_last.Count == 1 && start == _last.Start + _last.Run) _last = _last with { Run = _last.Run + run };
        else if (_last.Count > 1 && run == _last.Run && start == _last.Start + (_last.Count * _last.Step)) _last = _last with { Count = _last.Count + 1 };
        else Add(new Comb(start, 0, 1, run));
    }

    /// <summary>Adds a comb.</summary>
    public void Add(Comb comb)
    {
        if (comb.Size == 0) return;
        if (_last.Count > 0 && Join(_last, comb) is { } joined)
        {
            _last = joined;
            return;
        }
        if (_last.Count > 0) _combs.Add(_last);
        _last = comb;
    }

    public IndexList ToList() => new(ToCombs());

    public Comb[] ToCombs() => _last.Count == 0 ? [] : [.. _combs, _last];

    private static Comb? Join(Comb last, Comb next)
    {
        int distance = next.Start - last.Start;
        if (last.Count == 1 && next.Count == 1 && distance == last.Run) return last with { Run = last.Run + next.Run };
        if (next.Run != last.Run) return null;
        int step = last.Count > 1 ? last.Step : distance;
        return distance == last.Count * step && (next.Count == 1 || next.Step == step) ? last with { Step = step, Count = last.Count + next.Count } : null;
    }
}
