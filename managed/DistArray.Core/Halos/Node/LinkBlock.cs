namespace DistArray;

/// <summary>One end's part of a link in its shared memory: what it sends, what it has consumed, and whether the other end is gone.</summary>
internal readonly unsafe struct LinkBlock(byte* address)
{
    /// <summary>Most messages that may have begun and not been consumed.</summary>
    public const int Ring = 256;

    public const int Bytes = (Ring * (64 + 8)) + 64;

    public byte* Address => address;

    /// <summary>What this end says of its message.</summary>
    public LinkEntry* Entry(long number) => (LinkEntry*)address + (number % Ring);

    /// <summary>The other end's last message of this place in the ring that this end has consumed, and 1.</summary>
    public long* Consumed(long number) => (long*)(address + (Ring * 64)) + (number % Ring);

    /// <summary>Not 0 when the other end, which writes it, will never read anything of this one's again.</summary>
    public long* IsLeft => (long*)(address + (Ring * (64 + 8)));
}
