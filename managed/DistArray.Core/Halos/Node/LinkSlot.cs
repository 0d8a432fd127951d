namespace DistArray;

/// <summary>Room for the payload of a message in the shared arena.</summary>
internal sealed unsafe class LinkSlot(byte* address, long offset, long bytes)
{
    public byte* Address => address;

    public long Offset => offset;

    public long Bytes => bytes;

    /// <summary>The last message that was put here; -1 if none was.</summary>
    public long Number { get; set; } = -1;
}
