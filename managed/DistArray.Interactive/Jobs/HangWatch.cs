namespace DistArray.Interactive.Jobs;

/// <summary>Finds out that a line cannot end: all ranks that have not ended it, and are not held, stay in one and the same MPI call each.</summary>
internal sealed class HangWatch
{
    private IReadOnlyDictionary<int, RankStack>? _before;
    private TimeSpan _quietSince;

    /// <summary>Something came from a rank: whatever was seen before counts no more.</summary>
    public void Note(TimeSpan now)
    {
        _quietSince = now;
        _before = null;
    }

    /// <summary>Looks at the ranks where it is time to: halfway to the limit, and at the limit.</summary>
    /// <returns>Whether they hang; their stacks are set then.</returns>
    public bool Look(IReadOnlyList<RankState> ranks, TimeSpan limit, TimeSpan now)
    {
        TimeSpan quiet = now - _quietSince;
        if (quiet < (_before is null ? limit / 2 : limit)) return false;
        RankState[] open = [.. ranks.Where(rank => !rank.IsDone && !rank.IsAtCheck)];
        if (open.Length == 0) return false;
        IReadOnlyDictionary<int, RankStack> stacks = RankStacks.Read([.. open.Select(rank => rank.Engine)]);
        foreach (RankState rank in open) rank.Stack = stacks[rank.Rank];
        bool stays = open.All(rank => rank.Stack!.IsInMpi && (_before is null || (_before.TryGetValue(rank.Rank, out RankStack? before) && before.IsAt(rank.Stack))));
        if (stays && _before is not null) return true;
        // Time that the looking took is not theirs.
        if (!stays) Note(now);
        else _before = stacks;
        return false;
    }
}
