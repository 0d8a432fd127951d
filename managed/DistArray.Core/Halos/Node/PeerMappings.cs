using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>What of another process's arena a link has mapped lately.</summary>
internal sealed unsafe class PeerMappings(PeerArena arena)
{
    private const int Most = 256;

    private readonly Dictionary<long, Mapping> _mappings = [];
    private long _clock;

    /// <summary>Maps pages, until others have been used more lately.</summary>
    /// <exception cref="CommunicationException">The system does not map them.</exception>
    public byte* Map(long offset, long bytes)
    {
        bytes = SharedArena.RoundUp(bytes);
        if (_mappings.TryGetValue(offset, out Mapping? known) && known.Bytes >= bytes)
        {
            known.Used = ++_clock;
            return known.Address;
        }
        if (known is not null) Forget(offset, known);
        else if (_mappings.Count == Most) Forget();
        byte* address = arena.Map(offset, bytes, write: false);
        if (address is null) throw new CommunicationException($"{bytes} bytes of the memory of another process of this node cannot be mapped: error {Marshal.GetLastPInvokeError()}.");
        _mappings[offset] = new Mapping(address, bytes) { Used = ++_clock };
        return address;
    }

    /// <summary>Unmaps all.</summary>
    public void Clear()
    {
        foreach (Mapping mapping in _mappings.Values) LibC.Unmap(mapping.Address, (nuint)mapping.Bytes);
        _mappings.Clear();
    }

    private void Forget()
    {
        (long offset, Mapping oldest) = _mappings.MinBy(pair => pair.Value.Used);
        Forget(offset, oldest);
    }

    private void Forget(long offset, Mapping mapping)
    {
        LibC.Unmap(mapping.Address, (nuint)mapping.Bytes);
        _mappings.Remove(offset);
    }

    private sealed class Mapping(byte* address, long bytes)
    {
        public byte* Address => address;

        public long Bytes => bytes;

        public long Used { get; set; }
    }
}
