using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>A range of pages that goes from array to array, with the windows in it that are shared.</summary>
internal sealed unsafe class MappableRegion
{
    private const long HugePage = 2L << 20;
    private const long MostKept = 256L << 20;

    private static readonly Dictionary<long, Stack<MappableRegion>> s_free = [];
    private static long s_kept;

    private readonly byte* _mapped;
    private readonly long _mappedBytes;
    private readonly List<Window> _windows = [];

    private MappableRegion(long bytes)
    {
        Bytes = bytes;
        _mappedBytes = bytes >= HugePage ? bytes + HugePage : bytes;
        void* mapped = LibC.Map(null, (nuint)_mappedBytes, LibC.ReadWrite, LibC.Private | LibC.Anonymous, -1, 0);
        if (mapped == LibC.MapFailed) throw new OutOfMemoryException($"There are no {bytes} bytes of memory.");
        _mapped = Address = (byte*)mapped;
        if (bytes < HugePage) return;
        Address = (byte*)(((nint)_mapped + HugePage - 1) & ~(nint)(HugePage - 1));
        LibC.Advise(Address, (nuint)bytes, LibC.HugePage);
    }

    public byte* Address { get; }

    public long Bytes { get; }

    public static MappableRegion Rent(long bytes, bool zero)
    {
        long capacity = RoundUp(bytes);
        MappableRegion? region = null;
        lock (s_free)
        {
            if (s_free.TryGetValue(capacity, out Stack<MappableRegion>? regions) && regions.TryPop(out region)) s_kept -= capacity;
        }
        if (region is null) return new MappableRegion(capacity);
        if (zero) NativeMemory.Clear(region.Address, (nuint)bytes);
        return region;
    }

    public void Return()
    {
        lock (s_free)
        {
            if (s_kept + Bytes <= MostKept)
            {
                if (!s_free.TryGetValue(Bytes, out Stack<MappableRegion>? regions)) s_free[Bytes] = regions = new Stack<MappableRegion>();
                regions.Push(this);
                s_kept += Bytes;
                return;
            }
        }
        LibC.Unmap(_mapped, (nuint)_mappedBytes);
        foreach (Window window in _windows) SharedArena.Instance!.Free(null, window.Offset, window.Bytes);
    }

    /// <summary>The shared window around a range; made where there is none, and none where it would overlap another one.</summary>
    public (long Window, long WindowBytes, long Start)? Share(byte* start, long bytes)
    {
        if (SharedArena.Instance is not { } arena) return null;
        long first = start - Address, last = first + bytes;
        foreach (Window known in _windows)
            if (first >= known.Start && last <= known.Start + known.Bytes) return (known.Offset, known.Bytes, first - known.Start);
        long from = first / SharedArena.PageSize * SharedArena.PageSize, size = SharedArena.RoundUp(last) - from;
        foreach (Window known in _windows)
            if (from < known.Start + known.Bytes && known.Start < from + size) return null;
        var window = new Window(from, size, arena.Replace(Address + from, size));
        _windows.Add(window);
        return (window.Offset, window.Bytes, first - from);
    }

    // Whole pages in steps of an eighth, so that arrays of about the same size use a region again.
    private static long RoundUp(long bytes)
    {
        long page = SharedArena.PageSize;
        long step = Math.Max(page, (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)Math.Max(bytes, 1)) / 16);
        return checked((Math.Max(bytes, 1) + step - 1) / step * step);
    }

    private readonly record struct Window(long Start, long Bytes, long Offset);
}
