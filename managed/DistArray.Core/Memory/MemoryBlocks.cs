using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>Free native blocks by size. Sizes are rounded up to eighths of a power of two, so that blocks of about the same size are used again.</summary>
internal static unsafe class MemoryBlocks
{
    private const int Alignment = 64;
    private const long MostKept = 256L << 20;

    private static readonly Dictionary<long, Stack<nint>> s_free = [];
    private static long s_kept;

    /// <summary>Bytes that wait to be used again.</summary>
    public static long Kept
    {
        get
        {
            lock (s_free) return s_kept;
        }
    }

    public static void* Rent(long bytes, out long capacity)
    {
        capacity = RoundUp(bytes);
        lock (s_free)
        {
            if (s_free.TryGetValue(capacity, out Stack<nint>? blocks) && blocks.TryPop(out nint block))
            {
                s_kept -= capacity;
                return (void*)block;
            }
        }
        try
        {
            return NativeMemory.AlignedAlloc((nuint)capacity, Alignment);
        }
        catch (OutOfMemoryException)
        {
            Trim();
            return NativeMemory.AlignedAlloc((nuint)capacity, Alignment);
        }
    }

    public static void Return(void* block, long capacity)
    {
        lock (s_free)
        {
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
