using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Moves elements between memory and pieces of a file, in either byte order. Local: every rank for itself.</summary>
internal static class PieceTransfer
{
    // Whole elements of every type.
    private const int BytesOfSwap = 1 << 18;

    /// <summary>What a rank owns, file to memory.</summary>
    public static void Read<T>(SafeFileHandle file, string path, FilePieces pieces, ByteOrder order, LocalPart<T> part) where T : unmanaged =>
        RawTransfer.Read(part, (offset, bytes) => Read(file, path, pieces, order, ElementTypes.Of<T>(), offset, bytes));

    /// <summary>What a rank owns, memory to file.</summary>
    public static void Write<T>(SafeFileHandle file, FilePieces pieces, ByteOrder order, LocalPart<T> part) where T : unmanaged =>
        RawTransfer.Write(part, (offset, bytes) => Write(file, pieces, order, ElementTypes.Of<T>(), offset, bytes));

    /// <summary>Values, file to memory.</summary>
    public static void Read<T>(SafeFileHandle file, string path, FilePieces pieces, ByteOrder order, Span<T> values) where T : unmanaged =>
        Read(file, path, pieces, order, ElementTypes.Of<T>(), 0, MemoryMarshal.AsBytes(values));

    /// <summary>Values, memory to file.</summary>
    public static void Write<T>(SafeFileHandle file, FilePieces pieces, ByteOrder order, ReadOnlySpan<T> values) where T : unmanaged =>
        Write(file, pieces, order, ElementTypes.Of<T>(), 0, MemoryMarshal.AsBytes(values));

    private static void Read(SafeFileHandle file, string path, FilePieces pieces, ByteOrder order, ElementType type, long offset, Span<byte> bytes)
    {
        foreach ((long place, long distance, long count) in pieces.Of(offset, bytes.Length))
            RawTransfer.Fill(file, path, place, bytes.Slice((int)distance, (int)count));
        ByteSwap.ToMemory(type, order, bytes);
    }

    private static void Write(SafeFileHandle file, FilePieces pieces, ByteOrder order, ElementType type, long offset, ReadOnlySpan<byte> bytes)
    {
        if (!ByteSwap.IsNeeded(order))
        {
            Put(file, pieces, offset, bytes);
            return;
        }
        // The caller's elements stay as they are.
        var swapped = new byte[Math.Min(bytes.Length, BytesOfSwap)];
        for (int done = 0; done < bytes.Length; done += BytesOfSwap)
        {
            Span<byte> chunk = swapped.AsSpan(0, Math.Min(BytesOfSwap, bytes.Length - done));
            bytes.Slice(done, chunk.Length).CopyTo(chunk);
            ByteSwap.Reverse(type, chunk);
            Put(file, pieces, offset + done, chunk);
        }
    }

    private static void Put(SafeFileHandle file, FilePieces pieces, long offset, ReadOnlySpan<byte> bytes)
    {
        foreach ((long place, long distance, long count) in pieces.Of(offset, bytes.Length))
            RandomAccess.Write(file, bytes.Slice((int)distance, (int)count), place);
    }
}
