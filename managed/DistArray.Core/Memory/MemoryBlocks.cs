using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>Free native blocks by size. Sizes are rounded up to eighths of a power of two, so that blocks of about the same size are used again.</summary>
/// <remarks>Arrays that nobody disposed of come back when the collector finds them. It knows nothing of native memory, so that it is asked when as much was rented as
/// was in use when it last ran, and at least <see cref="LeastRented"/>: a loop that drops its arrays keeps a flat resident set.</remarks>
internal static unsafe partial class MemoryBlocks
{
    private const int Alignment = 64;
    private const int HugePage = 2 << 20;
    private const int AdviseHugePages = 14; // MADV_HUGEPAGE
    private const long MostKept = 256L << 20;
    private const long LeastRented = 128L << 20;

    private static readonly Dictionary<long, Stack<nint>> s_free = [];
    private static long s_kept;
    private static long s_inUse;
    private static long s_inUseAfterCollection;
    private static long s_rented;

    /// <summary>Bytes that wait to be used again.</summary>
    public static long Kept
    {
        get
        {
            lock (s_free) return s_kept;
        }
    }

    /// <summary>Bytes that are rented now.</summary>
    public static long InUse
    {
        get
        {
            lock (s_free) return s_inUse;
        }
    }

    /// <summary>Bytes that were rented since the process began.</summary>
    public static long Rented => Interlocked.Read(ref s_rented);

    public static void* Rent(long bytes, out long capacity)
    {
        capacity = RoundUp(bytes);
        Interlocked.Add(ref s_rented, capacity);
        if (TryTake(capacity) is var block and not 0) return (void*)block;
        if (IsCollectionDue(capacity))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            lock (s_free) s_inUseAfterCollection = s_inUse;
            if ((block = TryTake(capacity)) != 0) return (void*)block;
        }
        try
        {
            block = Allocate(capacity);
        }
        catch (OutOfMemoryException)
        {
            Trim();
            block = Allocate(capacity);
        }
        lock (s_free) s_inUse += capacity;
        return (void*)block;
    }

    public static void Return(void* block, long capacity)
    {
        lock (s_free)
        {
            s_inUse -= capacity;
            if (s_kept + capacity <= MostKept)
            {
                if (!s_free.TryGetValue(capacity, out Stack<nint>? blocks)) s_free[capacity] = blocks = new Stack<nint>();
                blocks.Push((nint)block);
                s_kept += capacity;
                return;
            }
        }
        NativeMemory.AlignedFree(block);
    }

    private static nint TryTake(long capacity)
    {
        lock (s_free)
        {
            if (!s_free.TryGetValue(capacity, out Stack<nint>? blocks) || !blocks.TryPop(out nint block)) return 0;
            s_kept -= capacity;
            s_inUse += capacity;
            return block;
        }
    }

    private static bool IsCollectionDue(long capacity)
    {
        lock (s_free) return s_inUse + capacity > Math.Max(LeastRented, 2 * s_inUseAfterCollection);
    }

    // Large blocks get huge pages where the system has them.
    private static nint Allocate(long capacity)
    {
        if (capacity < 2 * HugePage) return (nint)NativeMemory.AlignedAlloc((nuint)capacity, Alignment);
        void* block = NativeMemory.AlignedAlloc((nuint)capacity, HugePage);
        if (OperatingSystem.IsLinux()) _ = Advise(block, (nuint)capacity, AdviseHugePages);
        return (nint)block;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(void* address, nuint length, int advice);

    private static void Trim()
    {
        lock (s_free)
        {
            foreach (Stack<nint> blocks in s_free.Values)
                while (blocks.TryPop(out nint block)) NativeMemory.AlignedFree((void*)block);
            s_kept = 0;
        }
    }

    private static long RoundUp(long bytes)
    {
        if (bytes <= Alignment) return Alignment;
        long step = Math.Max(Alignment, (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)bytes) / 16);
        return checked((bytes + step - 1) / step * step);
    }
}
