namespace DistArray;

/// <summary>What keeps a piece of memory alive, and knows whether it still is.</summary>
/// <remarks>Arrays and views ask <see cref="ThrowIfInvalid"/> before every access, so that freed memory is never read. Spans and pointers taken
/// from them do not: do not keep those.</remarks>
public abstract unsafe class MemoryOwner : IDisposable
{
    private List<string>? _loans;

    /// <summary>Address of the first byte.</summary>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public abstract void* Pointer { get; }

    /// <summary>Number of bytes.</summary>
    public abstract long Bytes { get; }

    /// <summary>Says that the memory is about to be written: pending arrays that read it compute their elements before.</summary>
    /// <remarks>Local. Arrays and views call it themselves; who writes by other means, such as a call into foreign code, calls it before.</remarks>
    public void BeforeWrite()
    {
        EndReads();
        if (SharedReaders.Any && MayBeShared) SharedReaders.BeforeWrite(this);
    }

    /// <summary>Whether there may be other owners of the same memory.</summary>
    internal virtual bool MayBeShared => true;

    /// <summary>Whether pending arrays read the memory, or shifts of it are under way.</summary>
    internal bool HasReads => Readers is { IsEmpty: false } || IsShifted;

    /// <summary>Whether <see cref="SharedReaders"/> knows that pending arrays read the memory.</summary>
    internal bool IsNoted { get; set; }

    /// <summary>Notes a pending array that reads the memory.</summary>
    internal void AddReader(PendingReader reader)
    {
        (Readers ??= new PendingReaders()).Add(reader);
        if (MayBeShared) SharedReaders.Note(this);
    }

    /// <summary>Computes the pending arrays that read the memory through this owner.</summary>
    internal void EndReads()
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

    /// <summary>Tells whether whoever owns the memory disposed of it; null where no notes are taken.</summary>
    internal LeakTicket? Ticket { get; set; }

    /// <summary>Throws where the memory must not be used any more.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed of, or its foreign owner has moved it (<see cref="StaleViewException"/>).</exception>
    public abstract void ThrowIfInvalid();

    /// <summary>Says that others hold the address of the memory: until the loan ends, disposing of arrays that own the memory is refused.</summary>
    /// <param name="borrower">Who holds it, for messages.</param>
    /// <returns>What ends the loan when it is disposed of.</returns>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    /// <remarks>Local. The borrower keeps the array or this object alive.</remarks>
    public IDisposable Lend(string borrower)
    {
        ThrowIfInvalid();
        var loan = new MemoryLoan(_loans ??= [], borrower);
        if (HasReads) SharedReaders.Note(this);
        return loan;
    }

    /// <summary>Whether somebody holds the address of the memory.</summary>
    internal bool IsLent => _loans is { Count: > 0 };

    /// <summary>Throws where the memory is lent.</summary>
    /// <exception cref="InvalidOperationException">Somebody holds its address.</exception>
    internal void ThrowIfLent()
    {
        if (_loans is [.., var last]) throw new InvalidOperationException($"The memory of this array is in use by {last}. Dispose of that first.");
    }

    /// <summary>Ends the use of the memory. Local.</summary>
    public abstract void Dispose();
}
