namespace DistArray;

/// <summary>Owners of memory that others may own as well, as long as pending arrays read it: a write through one owner reaches the pending readers of all that overlap.</summary>
/// <remarks>Such are foreign memory and pinned arrays, which can be wrapped twice, and memory whose address was lent. The library's own memory has one owner.</remarks>
internal static class SharedReaders
{
    private static readonly List<Entry> s_entries = [];
    private static int s_count;
    private static int s_kept; // after the last look for entries that are done

    /// <summary>Whether there may be pending readers of such memory.</summary>
    public static bool Any => Volatile.Read(ref s_count) > 0;

    /// <summary>Says that a pending array reads an owner's memory.</summary>
    public static void Note(MemoryOwner owner)
    {
        if (owner.Bytes == 0 || !TryAddress(owner, out nint begin)) return;
        lock (s_entries)
        {
            if (owner.IsNoted) return;
            if (s_entries.Count > 2 * s_kept + 8) Prune();
            owner.IsNoted = true;
            s_entries.Add(new Entry(begin, begin + (nint)owner.Bytes, new WeakReference<MemoryOwner>(owner)));
            Volatile.Write(ref s_count, s_entries.Count);
        }
    }

    /// <summary>Computes what reads the memory of other owners that overlaps with that of one who is about to write.</summary>
    public static void BeforeWrite(MemoryOwner writer)
    {
        if (writer.Bytes == 0 || !TryAddress(writer, out nint begin)) return;
        List<MemoryOwner>? others = null;
        lock (s_entries)
        {
            Prune();
            foreach (Entry entry in s_entries)
                if (entry.Begin < begin + (nint)writer.Bytes && begin < entry.End && entry.Owner.TryGetTarget(out MemoryOwner? owner) && owner != writer) (others ??= []).Add(owner);
        }
        if (others is null) return;
        foreach (MemoryOwner other in others) other.EndReads();
    }

    // Nobody reads or writes memory that is gone.
    private static unsafe bool TryAddress(MemoryOwner owner, out nint begin)
    {
        try
        {
            begin = (nint)owner.Pointer;
            return true;
        }
        catch (ObjectDisposedException)
        {
            begin = 0;
            return false;
        }
    }

    private static void Prune()
    {
        s_entries.RemoveAll(static entry =>
        {
            if (!entry.Owner.TryGetTarget(out MemoryOwner? owner)) return true;
            if (owner.HasReads) return false;
            owner.IsNoted = false;
            return true;
        });
        s_kept = s_entries.Count;
        Volatile.Write(ref s_count, s_kept);
    }

    private readonly record struct Entry(nint Begin, nint End, WeakReference<MemoryOwner> Owner);
}
