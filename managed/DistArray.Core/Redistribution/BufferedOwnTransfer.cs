using System.Buffers;

namespace DistArray;

/// <summary>Elements that go through a buffer that stays in cache, since the two sides' lists do not fit each other.</summary>
internal sealed unsafe class BufferedOwnTransfer(Transfer from, Transfer to, int elementSize) : OwnTransfer(from.Count)
{
    private const int BufferBytes = 128 << 10;

    public override void Copy(long first, long count)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(BufferBytes);
        fixed (byte* buffer = rented)
        {
            for (long done = 0; done < count;)
            {
                long part = Math.Min(count - done, BufferBytes / elementSize);
                from.Copy(buffer, first + done, part, reversed: false);
                to.Copy(buffer, first + done, part, reversed: false);
                done += part;
            }
        }
        ArrayPool<byte>.Shared.Return(rented);
    }
}
