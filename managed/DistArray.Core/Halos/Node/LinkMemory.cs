namespace DistArray;

/// <summary>What one end of a link has in the shared arena: its block and the slots for payloads. Given back when the other end, too, needs it no more.</summary>
internal sealed unsafe class LinkMemory
{
    private static readonly List<LinkMemory> s_left = [];

    private readonly SharedArena _arena;
    private readonly long _offset;
    private readonly List<LinkSlot> _slots = [];

    /// <summary>Takes a block.</summary>
    /// <exception cref="OutOfMemoryException">The system gives no more.</exception>
    public LinkMemory(SharedArena arena)
    {
        Sweep();
        _arena = arena;
        Block = new LinkBlock(arena.Allocate(LinkBlock.Bytes, out _offset));
    }

    public LinkBlock Block { get; }

    /// <summary>Where the block is in the arena.</summary>
    public long Offset => _offset;

    public List<LinkSlot> Slots => _slots;

    /// <summary>Makes a slot.</summary>
    /// <returns>Null where there is no memory.</returns>
    public LinkSlot? Add(long bytes)
    {
        try
        {
            bytes = SharedArena.RoundUp(bytes);
            byte* address = _arena.Allocate(bytes, out long offset);
            var slot = new LinkSlot(address, offset, bytes);
            _slots.Add(slot);
            return slot;
        }
        catch (OutOfMemoryException)
        {
            return null;
        }
    }

    public void Remove(LinkSlot slot)
    {
        _slots.Remove(slot);
        _arena.Free(slot.Address, slot.Offset, slot.Bytes);
    }

    /// <summary>Gives all back as soon as the other end has left.</summary>
    public void Leave()
    {
        lock (s_left) s_left.Add(this);
        Sweep();
    }

    /// <summary>Gives all back.</summary>
    public void Free()
    {
        foreach (LinkSlot slot in _slots) _arena.Free(slot.Address, slot.Offset, slot.Bytes);
        _arena.Free(Block.Address, _offset, LinkBlock.Bytes);
    }

    private static void Sweep()
    {
        lock (s_left)
        {
            s_left.RemoveAll(memory =>
            {
                if (Volatile.Read(ref *memory.Block.IsLeft) == 0) return false;
                memory.Free();
                return true;
            });
        }
    }
}
