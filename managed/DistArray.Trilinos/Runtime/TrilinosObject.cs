using System.Collections.Concurrent;
using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>An object of Trilinos: a map, a vector, an operator, a solver.</summary>
/// <remarks>Whoever makes it disposes of it (<c>using</c>). One that is not disposed of lives until MPI ends, which destroys all of them, newest first;
/// the garbage collector, whose order differs between ranks, frees none. <see cref="TrilinosLibrary.LiveObjects"/> counts them.</remarks>
public abstract unsafe class TrilinosObject : IDisposable
{
    private static readonly ConcurrentQueue<nint> s_abandoned = new();
    private readonly List<TrilinosObject> _uses = [];
    private DaTrilinosObject* _handle;
    private int _users;

    private protected TrilinosObject(ICommunicator communicator) => Communicator = communicator;

    /// <summary>The ranks that share the object.</summary>
    public ICommunicator Communicator { get; }

    /// <summary>Whether the object was disposed of.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Trilinos' own object, for the native side.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed of.</exception>
    internal DaTrilinosObject* Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return _handle;
        }
    }

    /// <summary>Destroys Trilinos' object. A second call does nothing.</summary>
    /// <exception cref="InvalidOperationException">Another object works with it.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Dispose()
    {
        if (IsDisposed || IsShared) return;
        if (_users > 0) throw new InvalidOperationException($"This {GetType().Name} is in use by {_users} other object{(_users > 1 ? "s" : "")}, such as a preconditioner or a solver. Dispose of {(_users > 1 ? "those" : "that")} first.");
        IsDisposed = true;
        if (_handle is not null) TrilinosCall.Check(NativeTrilinos.ObjectClose(_handle));
        foreach (TrilinosObject used in _uses) used._users--;
        _uses.Clear();
        Closed();
    }

    /// <summary>Whether others were given the same object, so that nobody alone ends it.</summary>
    private protected virtual bool IsShared => false;

    /// <summary>Closes, on the thread that works with Trilinos, the maps that nobody holds any more. Destroying a map is local.</summary>
    internal static void CloseAbandoned()
    {
        while (s_abandoned.TryDequeue(out nint handle)) TrilinosCall.Check(NativeTrilinos.ObjectClose((DaTrilinosObject*)handle));
    }

    /// <summary>Notes that nobody holds the object; any thread may call.</summary>
    private protected void Abandon()
    {
        if (!IsDisposed && _handle is not null) s_abandoned.Enqueue((nint)_handle);
    }

    /// <summary>Sets Trilinos' object, once.</summary>
    private protected void Take(DaTrilinosObject* handle) => _handle = handle;

    /// <summary>Says that this object works with another one's memory, which therefore stays until this one is disposed of.</summary>
    private protected void Use(TrilinosObject? other)
    {
        if (other is null) return;
        _uses.Add(other);
        other._users++;
    }

    /// <summary>Trilinos' object is gone: what it needed can go, too.</summary>
    private protected virtual void Closed() { }
}
