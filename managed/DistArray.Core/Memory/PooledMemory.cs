namespace DistArray;

/// <summary>Native memory, aligned to 64 bytes, that goes back to a pool.</summary>
public sealed unsafe class PooledMemory : MemoryOwner
{
    private readonly long _capacity;
    private void* _pointer;

    /// <summary>Takes memory from the pool; its content is arbitrary.</summary>
    /// <param name="bytes">Number of bytes.</param>
    /// <exception cref="OutOfMemoryException">There is not so much memory.</exception>
    public PooledMemory(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        Bytes = bytes;
        _pointer = MemoryBlocks.Rent(bytes, out _capacity);
    }

    /// <summary>Bytes of the pool that this process uses now: of arrays that nobody disposed of or the collector found.</summary>
    public static long BytesInUse => MemoryBlocks.InUse;

    /// <summary>Bytes that were taken from the pool since this process began, those given back since included.</summary>
    public static long BytesTaken => MemoryBlocks.Rented;

    /// <summary>Gives the memory back where nobody has disposed of it.</summary>
    ~PooledMemory() => Release();

    /// <inheritdoc/>
    public override void* Pointer
    {
        get
        {
            ThrowIfInvalid();
            return _pointer;
        }
    }

    /// <inheritdoc/>
    public override long Bytes { get; }

    internal override bool MayBeShared => IsLent;

    /// <inheritdoc/>
    public override void ThrowIfInvalid()
    {
        if (_pointer is null)
            throw new ObjectDisposedException("DistArray", "The array was disposed of, and with it the memory of all its views. Dispose of an array after its last use.");
    }

    /// <summary>Gives the memory back to the pool. Local.</summary>
    public override void Dispose()
    {
        Ticket?.Dispose();
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        // Two threads that dispose of the same array must not return the block twice.
        nint pointer;
        fixed (void** field = &_pointer) pointer = Interlocked.Exchange(ref *(nint*)field, 0);
        if (pointer == 0) return;
        MemoryBlocks.Return((void*)pointer, _capacity);
    }
}
