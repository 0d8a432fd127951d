namespace DistArray;

/// <summary>Stands for something that is to be disposed of: its owner holds it, and disposes of it when it is disposed of itself.</summary>
/// <remarks>A ticket that the garbage collector finds says that its owner was dropped.</remarks>
public sealed class LeakTicket : IDisposable
{
    private readonly long _bytes;
    private LeakEntry? _entry;

    internal LeakTicket(LeakEntry entry, long bytes)
    {
        _entry = entry;
        _bytes = bytes;
        entry.Begin(bytes);
    }

    /// <summary>Counts the owner as collected without having been disposed of.</summary>
    ~LeakTicket() => Interlocked.Exchange(ref _entry, null)?.End(_bytes, collected: true);

    /// <summary>Says that the owner was disposed of.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _entry, null)?.End(_bytes, collected: false);
        GC.SuppressFinalize(this);
    }
}
