namespace DistArray;

/// <summary>A request of ranks in one process. What it waits for happens under the world's lock, done by other ranks.</summary>
internal sealed class InProcessRequest(InProcessWorld world, int worldRank, string description) : Request
{
    private Status _status;
    private string? _error;
    private volatile bool _done;
    private bool _seen;

    public override bool IsCompleted => _seen;

    /// <summary>Whether it is done, seen by the caller or not.</summary>
    public bool IsDone => _done;

    /// <summary>Marks it as done; call under the world's lock.</summary>
    public void Complete(Status status, string? error)
    {
        _status = status;
        _error = error;
        _done = true;
    }

    public override Status Wait()
    {
        world.WaitFor(worldRank, description, () => _done);
        return Result();
    }

    public override bool Test(out Status status)
    {
        if (!_done) world.ThrowIfFailed();
        status = _done ? Result() : default;
        if (!_seen) Thread.Yield();
        return _seen;
    }

    private Status Result()
    {
        _seen = true;
        return _error is null ? _status : throw new CommunicationException(_error);
    }
}
