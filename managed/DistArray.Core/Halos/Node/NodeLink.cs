namespace DistArray;

/// <summary>Messages between two ranks of one node through memory that both have mapped: the sender packs into its own, the receiver unpacks from there.</summary>
/// <remarks>Messages are numbered in the order in which they begin, which is the same at both ends, since exchanges begin collectively.</remarks>
internal sealed unsafe class NodeLink
{
    private readonly LinkMemory _memory;
    private readonly LinkBlock _mine;
    private readonly LinkBlock _theirs;
    private readonly PeerMappings _mappings;
    private readonly ICommunicator _communicator;
    private long _sent;
    private long _received;

    /// <summary>Joins two ends.</summary>
    /// <param name="memory">This end's.</param>
    /// <param name="peer">The other end's arena.</param>
    /// <param name="theirs">The other end's block, mapped here.</param>
    /// <param name="communicator">What must progress while one waits.</param>
    public NodeLink(LinkMemory memory, PeerArena peer, LinkBlock theirs, ICommunicator communicator)
    {
        _memory = memory;
        _mine = memory.Block;
        _theirs = theirs;
        _mappings = new PeerMappings(peer);
        _communicator = communicator;
        GC.AddMemoryPressure(LinkBlock.Bytes);
    }

    /// <summary>Number of payloads that there is room for.</summary>
    public int Slots => _memory.Slots.Count;

    /// <summary>Leaves the link: the other end gives its memory back when it leaves, too.</summary>
    ~NodeLink()
    {
        Volatile.Write(ref *_theirs.IsLeft, 1);
        Unmap();
        _memory.Leave();
    }

    /// <summary>Ends a link that the other end has not made.</summary>
    public void Abandon()
    {
        GC.SuppressFinalize(this);
        Unmap();
        _memory.Free();
    }

    /// <summary>Numbers the next message and finds room for its payload.</summary>
    /// <param name="bytes">Bytes of the payload.</param>
    /// <param name="mayWait">Whether the other end will read all earlier messages without waiting for anything of this rank, since no exchange is under way here.</param>
    /// <param name="payload">Where to put it; null where there is no memory.</param>
    public long BeginSend(long bytes, bool mayWait, out byte* payload)
    {
        long number = _sent++;
        if (number >= LinkBlock.Ring) WaitConsumed(number - LinkBlock.Ring);
        payload = null;
        if (Take(Math.Max(bytes, 1), mayWait) is not { } slot) return number;
        slot.Number = number;
        payload = slot.Address;
        _mine.Entry(number)->Offset = slot.Offset;
        return number;
    }

    /// <summary>Shows a message to the other end.</summary>
    public void Publish(long number, long bytes, long total, MemoryOrder order, bool failed)
    {
        LinkEntry* entry = _mine.Entry(number);
        entry->Bytes = bytes;
        entry->Total = total;
        entry->Order = order;
        entry->Failed = failed ? 1 : 0;
        Volatile.Write(ref entry->Published, number + 1);
    }

    /// <summary>Waits until the other end has read a message, so that what it points to may change.</summary>
    public void WaitConsumed(long number) => NodeWait.Until(_theirs.Consumed(number), number + 1, _communicator);

    /// <summary>Numbers the next message of the other end.</summary>
    public long BeginReceive() => _received++;

    /// <summary>Waits for a message of the other end.</summary>
    public LinkEntry Wait(long number)
    {
        LinkEntry* entry = _theirs.Entry(number);
        NodeWait.Until(&entry->Published, number + 1, _communicator);
        return *entry;
    }

    /// <summary>The other end's memory.</summary>
    /// <exception cref="CommunicationException">The system does not map it.</exception>
    public byte* Map(long offset, long bytes) => _mappings.Map(offset, bytes);

    /// <summary>Says that a message has been read.</summary>
    public void Consume(long number) => Volatile.Write(ref *_mine.Consumed(number), number + 1);

    private bool IsConsumed(long number) => Volatile.Read(ref *_theirs.Consumed(number)) >= number + 1;

    private LinkSlot? Take(long bytes, bool mayWait)
    {
        List<LinkSlot> slots = _memory.Slots;
        LinkSlot? small = null, oldest = null;
        foreach (LinkSlot slot in slots)
        {
            if (!IsFree(slot)) oldest = oldest is null || slot.Number < oldest.Number ? slot : oldest;
            else if (slot.Bytes >= bytes) return slot;
            else small = slot;
        }
        if (mayWait && small is null && slots.Count > 1)
        {
            WaitConsumed(oldest!.Number);
            if (oldest.Bytes >= bytes) return oldest;
            small = oldest;
        }
        if (small is not null) _memory.Remove(small);
        return _memory.Add(bytes);
    }

    private bool IsFree(LinkSlot slot) => slot.Number < 0 || IsConsumed(slot.Number);

    private void Unmap()
    {
        _mappings.Clear();
        LibC.Unmap(_theirs.Address, (nuint)SharedArena.RoundUp(LinkBlock.Bytes));
        GC.RemoveMemoryPressure(LinkBlock.Bytes);
    }
}
