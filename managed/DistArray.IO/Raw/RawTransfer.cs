using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Moves what a rank owns between its memory and its places in a flat file. Local: every rank for itself.</summary>
internal static unsafe class RawTransfer
{
    // A span holds at most 2^31-1 bytes.
    private const long BytesOfCall = 1 << 30;

    /// <summary>Memory to file.</summary>
    public static void Write<T>(SafeFileHandle file, LocalPart<T> part) where T : unmanaged => Write(part, (offset, bytes) => RandomAccess.Write(file, bytes, offset));

    /// <summary>Memory to wherever <paramref name="put"/> brings it.</summary>
    public static void Write<T>(LocalPart<T> part, BytesToFile put) where T : unmanaged => Move(part, (box, staging) => Packing.Pack(part, box, (T*)staging), null,
        (offset, memory, count) => put(offset, new ReadOnlySpan<byte>((void*)memory, count)));

    /// <summary>File to memory.</summary>
    public static void Read<T>(SafeFileHandle file, string path, LocalPart<T> part) where T : unmanaged => Read(part, (offset, bytes) => Fill(file, path, offset, bytes));

    /// <summary>From wherever <paramref name="get"/> takes it to memory.</summary>
    public static void Read<T>(LocalPart<T> part, BytesFromFile get) where T : unmanaged => Move(part, null, (box, staging) => Packing.Unpack(part, box, (T*)staging),
        (offset, memory, count) => get(offset, new Span<byte>((void*)memory, count)));

    /// <summary>Fills a buffer from an offset of a file.</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public static void Fill(SafeFileHandle file, string path, long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int count = RandomAccess.Read(file, bytes, offset);
            if (count == 0)
                throw new InvalidDataException($"{path} ends at byte {offset}, while it is read. It was cut meanwhile.");
            bytes = bytes[count..];
            offset += count;
        }
    }

    private static void Move<T>(LocalPart<T> part, Action<Box, nint>? before, Action<Box, nint>? after, Action<long, nint, int> transfer) where T : unmanaged
    {
        if (part.IsEmpty)
            return;
        bool isDirect = part.IsInFileOrder;
        long limit = isDirect ? part.Size : Math.Max(TransferLimits.BytesOfStaging / sizeof(T), 1);
        T* staging = isDirect ? null : (T*)NativeMemory.AlignedAlloc((nuint)(Math.Min(limit, part.Size) * sizeof(T)), 64);
        try
        {
            foreach (Box box in Box.Split(part.Extents, limit))
            {
                T* memory = isDirect ? part.Pointer : staging;
                if (!isDirect)
                    before?.Invoke(box, (nint)staging);
                foreach ((long offset, long count) in RawSegments.Of(part.Shape, part.Runs, box))
                {
                    Pieces(offset * sizeof(T), (byte*)memory, count * sizeof(T), transfer);
                    memory += count;
                }
                if (!isDirect)
                    after?.Invoke(box, (nint)staging);
            }
        }
        finally
        {
            NativeMemory.AlignedFree(staging);
        }
    }

    private static void Pieces(long offset, byte* memory, long count, Action<long, nint, int> transfer)
    {
        for (long done = 0; done < count; done += BytesOfCall)
            transfer(offset + done, (nint)(memory + done), (int)Math.Min(BytesOfCall, count - done));
    }
}
