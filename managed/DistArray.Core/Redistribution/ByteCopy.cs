using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Copies bytes that lie densely.</summary>
internal static unsafe class ByteCopy
{
    private const int Line = 64;
    private const long LeastLines = 4 * Line;

    /// <summary>Bytes of a row from which on it can pass the caches by.</summary>
    public const long LeastStreamed = 1024;

    /// <summary>Whether there are stores that pass the caches by.</summary>
    public static bool CanStream => Vector256.IsHardwareAccelerated;

    /// <summary>Copies; memory does not overlap.</summary>
    public static void Run(byte* source, byte* target, long bytes, bool streams)
    {
        if (streams && (bytes >= LeastStreamed || IsOfLines(target, bytes))) Stream(source, target, bytes);
        else if (bytes <= Line) Short(source, target, (int)bytes);
        else Buffer.MemoryCopy(source, target, bytes, bytes);
    }

    // Such rows pay sooner: no line is written both ways.
    private static bool IsOfLines(byte* target, long bytes) => bytes >= LeastLines && (((nint)target | bytes) & (Line - 1)) == 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // good from the first call on
    private static void Short(byte* source, byte* target, int bytes)
    {
        for (; bytes >= 16; bytes -= 16, source += 16, target += 16) Vector128.Load(source).Store(target);
        if (bytes >= 8)
        {
            *(ulong*)target = *(ulong*)source;
            source += 8;
            target += 8;
            bytes -= 8;
        }
        for (; bytes > 0; bytes--) *target++ = *source++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // good from the first call on
    private static void Stream(byte* source, byte* target, long bytes)
    {
        long head = (Line - ((nint)target & (Line - 1))) & (Line - 1);
        Buffer.MemoryCopy(source, target, bytes, head);
        source += head;
        target += head;
        bytes -= head;
        for (; bytes >= Line; bytes -= Line, source += Line, target += Line)
        {
            if (Vector512.IsHardwareAccelerated)
            {
                Vector512.Load(source).StoreAlignedNonTemporal(target);
                continue;
            }
            Vector256<byte> low = Vector256.Load(source), high = Vector256.Load(source + 32);
            low.StoreAlignedNonTemporal(target);
            high.StoreAlignedNonTemporal(target + 32);
        }
        Buffer.MemoryCopy(source, target, bytes, bytes);
    }
}
