using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>A message on its way: a copy of what was sent.</summary>
internal sealed unsafe class Message
{
    private readonly void* _copy;

    public Message(int source, int tag, ElementType type, void* buffer, long bytes)
    {
        Source = source;
        Tag = tag;
        Type = type;
        Bytes = bytes;
        _copy = NativeMemory.Alloc((nuint)bytes);
        Buffer.MemoryCopy(buffer, _copy, bytes, bytes);
    }

    ~Message() => NativeMemory.Free(_copy);

    public int Source { get; }

    public int Tag { get; }

    public ElementType Type { get; }

    public long Bytes { get; }

    public Status Status => new(Source, Tag, Bytes);

    public bool Matches(int source, int tag) =>
        (source == ICommunicator.AnySource || source == Source) && (tag == ICommunicator.AnyTag || tag == Tag);

    /// <summary>Why a receiver of so much of a type cannot take it; null where it can.</summary>
    public string? Misfit(long capacity, ElementType type)
    {
        if (Bytes > capacity)
            return $"a message of {Bytes} bytes from rank {Source} with tag {Tag} does not fit into {capacity} bytes. Receive into a larger buffer, or Probe first.";
        return type != Type && Bytes > 0 ? $"a message of {Type} from rank {Source} with tag {Tag} cannot be received as {type}. Receive it as {Type}." : null;
    }

    public void CopyTo(void* destination)
    {
        Buffer.MemoryCopy(_copy, destination, Bytes, Bytes);
        GC.KeepAlive(this);
    }
}
