namespace DistArray;

/// <summary>The plans that were used last, by the distributions between which they are.</summary>
internal sealed class PlanCache<TPlan> where TPlan : class
{
    private const int Most = 16;

    private readonly List<(Distribution Source, Distribution Target, TPlan Plan)> _plans = []; // the last used one first

    /// <summary>Number of plans.</summary>
    public int Count => _plans.Count;

    /// <summary>The plan between two distributions, or null.</summary>
    public TPlan? Find(Distribution source, Distribution target)
    {
        int index = _plans.FindIndex(entry => entry.Source == source && entry.Target == target);
        if (index < 0) return null;
        var found = _plans[index];
        _plans.RemoveAt(index);
        _plans.Insert(0, found);
        return found.Plan;
    }

    /// <summary>Keeps a plan; the one that was not used for longest goes.</summary>
    public void Keep(Distribution source, Distribution target, TPlan plan)
    {
        if (_plans.Count == Most) _plans.RemoveAt(Most - 1);
        _plans.Insert(0, (source.WithoutHalo(), target.WithoutHalo(), plan));
    }
}
