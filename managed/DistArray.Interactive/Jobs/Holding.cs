using DistArray.Interactive.Protocol;

namespace DistArray.Interactive.Jobs;

/// <summary>Brings the ranks of an interrupted line to one point and ends it there.</summary>
/// <remarks>Ranks wait at their checks. One that has made fewer collective calls than another goes on, since the other one may wait for it in the call that it
/// has not made. When all wait after equally many calls, none waits in a call, and all leave the line.</remarks>
internal sealed class Holding(IReadOnlyList<RankState> ranks)
{
    private bool _isStopped;

    /// <summary>Whether the ranks are held.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Holds the ranks at their next checks.</summary>
    /// <param name="request">Number of the request that they work on.</param>
    public void Begin(int request)
    {
        if (IsHeld) return;
        IsHeld = true;
        foreach (RankState rank in Open()) rank.Engine.TrySend(new EngineRequest(RequestKind.Hold) { Number = request });
    }

    /// <summary>Does what follows from where the ranks are now.</summary>
    public void Look()
    {
        RankState[] open = [.. Open()];
        if (!IsHeld || _isStopped || open.Length == 0) return;
        long furthest = ranks.Max(rank => rank.Position);
        RankState[] behind = [.. open.Where(rank => rank.IsAtCheck && rank.Position < furthest)];
        if (behind.Length == 0 && open.All(rank => rank.IsAtCheck))
        {
            _isStopped = true;
            foreach (RankState rank in open) rank.Engine.TrySend(new EngineRequest(RequestKind.Stop));
        }
        foreach (RankState rank in behind) GoOn(rank, furthest);
    }

    /// <summary>Lets those that wait pass one check: others may wait for a message of theirs.</summary>
    public void Nudge()
    {
        if (!IsHeld || _isStopped) return;
        foreach (RankState rank in Open().Where(rank => rank.IsAtCheck)) GoOn(rank, -1);
    }

    private static void GoOn(RankState rank, long position)
    {
        rank.IsAtCheck = false;
        rank.Engine.TrySend(new EngineRequest(RequestKind.GoOn) { Position = position });
    }

    private IEnumerable<RankState> Open() => ranks.Where(rank => !rank.IsDone);
}
