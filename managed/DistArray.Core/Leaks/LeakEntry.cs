namespace DistArray;

/// <summary>What was made of one kind at one place of the program: how many are alive, and how many were dropped.</summary>
internal sealed class LeakEntry(string what, bool comesBack, string stack)
{
    private long _made, _alive, _aliveBytes, _collected, _collectedBytes;

    public long Made => Interlocked.Read(ref _made);

    public void Begin(long bytes)
    {
        Interlocked.Increment(ref _made);
        Interlocked.Increment(ref _alive);
        Interlocked.Add(ref _aliveBytes, bytes);
    }

    public void End(long bytes, bool collected)
    {
        Interlocked.Decrement(ref _alive);
        Interlocked.Add(ref _aliveBytes, -bytes);
        if (!collected) return;
        Interlocked.Increment(ref _collected);
        Interlocked.Add(ref _collectedBytes, bytes);
    }

    /// <summary>The lines about those that were not disposed of; empty where all were.</summary>
    public string Describe() => Line(_alive, _aliveBytes, "still in use at the end") + Line(_collected, _collectedBytes, comesBack ? "dropped, and left to the garbage collector" : "dropped, and never given back");

    private string Line(long count, long bytes, string state) =>
        count == 0 ? "" : $"  {count} x {what}{(bytes > 0 ? FormattableString.Invariant($", {bytes} bytes") : "")}, {state}; made\n{stack}";
}
