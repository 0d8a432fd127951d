using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>A managed array that is held in its place.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
public sealed unsafe class PinnedMemory<T> : MemoryOwner where T : unmanaged
{
    private GCHandle _handle;

    /// <summary>Pins an array; the memory is shared with it.</summary>
    /// <param name="array">The array.</param>
    public PinnedMemory(T[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        Bytes = (long)array.Length * sizeof(T);
        _handle = GCHandle.Alloc(array, GCHandleType.Pinned);
    }

    /// <summary>Unpins the array where nobody has disposed of this.</summary>
    ~PinnedMemory() => Release();

    /// <inheritdoc/>
    public override void* Pointer
    {
        get
        {
            ThrowIfInvalid();
            return (void*)_handle.AddrOfPinnedObject();
        }
    }

    /// <inheritdoc/>
    public override long Bytes { get; }

    /// <inheritdoc/>
    public override void ThrowIfInvalid() =>
        ObjectDisposedException.ThrowIf(!_handle.IsAllocated, this);

    /// <summary>Unpins the array. Local.</summary>
    public override void Dispose()
    {
        Ticket?.Dispose();
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (_handle.IsAllocated) _handle.Free();
    }
}
