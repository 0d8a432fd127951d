using System.Buffers;

namespace DistArray;

/// <summary>What a rank keeps when an array gets another shape: by a buffer that stays in cache.</summary>
internal sealed unsafe class FlatOwnTransfer(FlatList from, FlatList to, int elementSize) : OwnTransfer(from.Count)
{
    private const int BufferBytes = 64 << 10;

    public override void Copy(long first, long count)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(BufferBytes);
        fixed (byte* buffer = rented)
        {
            for (long done = 0; done < count;)
            {
                long part = Math.Min(count - done, BufferBytes / elementSize);
                from.Copy(buffer, first + done, part, elementSize, packs: true);
                to.Copy(buffer, first + done, part, elementSize, packs: false);
                done += part;
            }
        }
        ArrayPool<byte>.Shared.Return(rented);
    }
}
