namespace DistArray;

/// <summary>What keeps a piece of memory alive, and knows whether it still is.</summary>
/// <remarks>Arrays and views ask <see cref="ThrowIfInvalid"/> before every access, so that freed memory is never read. Spans and pointers taken
/// from them do not: do not keep those.</remarks>
public abstract unsafe class MemoryOwner : IDisposable
{
    /// <summary>Address of the first byte.</summary>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public abstract void* Pointer { get; }

    /// <summary>Number of bytes.</summary>
    public abstract long Bytes { get; }

    /// <summary>Says that the memory is about to be written: pending arrays that read it compute their elements before.</summary>
    /// <remarks>Local. Arrays and views call it themselves; who writes by other means, such as a call into foreign code, calls it before.</remarks>
    public void BeforeWrite()
    {
        if (Readers is null) return;
        try
        {
            Readers.Flush();
        }
        finally
        {
            if (IsShifted) HaloReads.CompleteAll();
            IsShifted = false;
        }
    }

    /// <summary>Whether halo updates of shifts of the memory may be under way.</summary>
    internal bool IsShifted { get; set; }

    /// <summary>The pending arrays that read the memory.</summary>
    internal PendingReaders? Readers { get; set; }

    /// <summary>Throws where the memory must not be used any more.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed of, or its foreign owner has moved it (<see cref="StaleViewException"/>).</exception>
    public abstract void ThrowIfInvalid();

    /// <summary>Ends the use of the memory. Local.</summary>
    public abstract void Dispose();
}
