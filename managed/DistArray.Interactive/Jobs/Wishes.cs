namespace DistArray.Interactive.Jobs;

/// <summary>What other threads want of the one that waits for a line.</summary>
internal sealed class Wishes
{
    private volatile bool _isInterrupted;
    private volatile string? _kill;

    /// <summary>Whether the line shall end.</summary>
    public bool IsInterrupted => _isInterrupted;

    /// <summary>Why the ranks shall be killed, or null.</summary>
    public string? KillReason => _kill;

    public void Interrupt() => _isInterrupted = true;

    public void Kill(string reason) => _kill = reason;

    /// <summary>Forgets all before a line begins.</summary>
    public void Clear()
    {
        _isInterrupted = false;
        _kill = null;
    }
}
