namespace DistArray;

/// <summary>Buffers of messages under way, and how many bytes they take.</summary>
internal sealed unsafe class ExchangeBuffers(long budget)
{
    private long _inUse;

    /// <summary>Most bytes that were in use at once.</summary>
    public long Peak { get; private set; }

    /// <summary>Whether there is room for so many bytes beside those in use.</summary>
    public bool HasRoom(long inUse, long bytes) => inUse + bytes <= budget / 2;

    public Buffer Rent(long bytes)
    {
        var buffer = new Buffer((byte*)MemoryBlocks.Rent(bytes, out long capacity), bytes, capacity);
        _inUse += bytes;
        Peak = Math.Max(Peak, _inUse);
        return buffer;
    }

    /// <summary>Gives a buffer back; not where its message has failed and may still be under way.</summary>
    public void Return(Buffer buffer)
    {
        _inUse -= buffer.Bytes;
        MemoryBlocks.Return(buffer.Pointer, buffer.Capacity);
    }

    internal readonly struct Buffer(byte* pointer, long bytes, long capacity)
    {
        public byte* Pointer => pointer;

        public long Bytes => bytes;

        public long Capacity => capacity;
    }
}
