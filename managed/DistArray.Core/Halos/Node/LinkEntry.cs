using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>What one end of a link says of one of its messages, in its shared memory; a cache line.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct LinkEntry
{
    /// <summary>Number of the message and 1; written last.</summary>
    public long Published;

    /// <summary>Where the payload is in the sender's arena, and its bytes.</summary>
    public long Offset;
    public long Bytes;

    /// <summary>Bytes of all boxes, packed or not: to see whether both ends mean the same exchange.</summary>
    public long Total;

    public MemoryOrder Order;
    public int Failed;
}
