namespace DistArray;

/// <summary>Native memory of which neighbours on the same node can map parts. Pooled; private, with huge pages where large, but for what is shared.</summary>
internal sealed unsafe class MappableMemory : MemoryOwner
{
    private MappableRegion? _region;

    /// <summary>Takes memory from the pool.</summary>
    /// <param name="bytes">Number of bytes.</param>
    /// <param name="zero">Whether to set it to 0; else its content is arbitrary.</param>
    public MappableMemory(long bytes, bool zero)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        Bytes = bytes;
        _region = MappableRegion.Rent(bytes, zero);
        GC.AddMemoryPressure(_region.Bytes);
    }

    /// <summary>Gives the memory back where nobody has disposed of it.</summary>
    ~MappableMemory() => Release();

    public override void* Pointer => Region.Address;

    public override long Bytes { get; }

    private MappableRegion Region => _region ?? throw new ObjectDisposedException("DistArray", "The array was disposed of, and with it the memory of all its views. Dispose of an array after its last use.");

    internal override bool MayBeShared => IsLent;

    public override void ThrowIfInvalid() => _ = Region;

    /// <summary>Shares the pages around a range, which keep their content and address.</summary>
    /// <returns>The arena's window and the range's place in it; null where they cannot be shared.</returns>
    public (long Window, long WindowBytes, long Start)? Share(byte* start, long bytes) => Region.Share(start, bytes);

    public override void Dispose()
    {
        Ticket?.Dispose();
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _region, null) is not { } region) return;
        GC.RemoveMemoryPressure(region.Bytes);
        region.Return();
    }
}
