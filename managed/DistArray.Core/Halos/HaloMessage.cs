namespace DistArray;

/// <summary>A message of an exchange: one large box of one array, or all small boxes for a peer one after another.</summary>
internal unsafe struct HaloMessage
{
    /// <summary>Boxes of at least so many bytes go alone, so that those without gaps need no packing. Known to both sides.</summary>
    public const long LargeBytes = 32 << 10;

    public HaloPeer Peer;
    public int Field; // -1 for the small boxes
    public int Box;
    public long Bytes;
    public byte* Buffer; // in the array itself where Unpacked
    public bool Unpacked;
    public Request? Request;

    /// <summary>Number of the message among those of the exchange with the peer, packing order and failure as a tag that every MPI takes.</summary>
    public static int Tag(int number, MemoryOrder order, bool failed) => ((number & 0x1FFF) << 2) | (order == MemoryOrder.ColumnMajor ? 2 : 0) | (failed ? 1 : 0);

    public static MemoryOrder OrderOf(int tag) => (tag & 2) != 0 ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor;

    public static bool HasFailed(int tag) => (tag & 1) != 0;
}
