using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>A compiled Fortran core: its procedures are called by name, its arrays are <see cref="DistArray{T}"/>s over its own memory.</summary>
/// <remarks>
/// <para>The core stays as it is. A companion module, linked with it into a shared library by <c>distarray_wrap_core</c>, repeats its
/// procedures as <c>bind(C)</c> and publishes its arrays in a procedure <c>NAME_publish</c>, which runs at loading and after every call.</para>
/// <para>One thread at a time uses a library. Loading it again gives the same variables: the code is never unloaded.</para>
/// </remarks>
/// <example><code>using var core = FortranLibrary.Load("turbulence", world);
/// core.Call("turbulence_init", world, n, model);
/// using DistArray&lt;Complex&gt; omega = core.Array&lt;Complex&gt;("omega");
/// core.Call("turbulence_step", dt, 100);</code></example>
public sealed partial class FortranLibrary : IDisposable
{
    private readonly FortranLibraryHandle _handle;
    private readonly string? _publish;
    private readonly nint _pointer;
    private readonly LeakTicket? _leak;
    private int _callsUnderWay;

    private FortranLibrary(string path, FortranLibraryHandle handle, ICommunicator communicator, string? publish)
    {
        _handle = handle;
        _pointer = handle.DangerousGetHandle();
        _publish = publish;
        Path = path;
        Name = LibrarySearch.NameOf(path);
        Communicator = communicator;
        _leak = LeakTracker.Track($"Fortran library {Name}", comesBack: false);
    }

    /// <summary>Name of the core: <c>libturbulence.so</c> is "turbulence".</summary>
    public string Name { get; }

    /// <summary>Full path of the shared library.</summary>
    public string Path { get; }

    /// <summary>The ranks over which the published arrays are distributed.</summary>
    public ICommunicator Communicator { get; }

    /// <summary>Whether the library was disposed.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Ends the use of the library: its arrays and procedures throw from now on. The code and its memory stay.</summary>
    /// <exception cref="InvalidOperationException">A call into the core is under way: this is a callback from it.</exception>
    public void Dispose()
    {
        if (IsDisposed) return;
        if (_callsUnderWay > 0)
            throw new InvalidOperationException($"The Fortran library {Name} cannot be disposed of in a callback: a call into it is under way.");
        BeforeWrite();
        IsDisposed = true;
        _leak?.Dispose();
        foreach (PublishedArray array in _arrays)
            array.Invalidate($"the library {Name} was disposed");
        foreach (SignatureCache signatures in _signatures.Values)
            signatures.Dispose();
        _handle.Dispose();
    }

    /// <summary>Name, path and number of arrays.</summary>
    public override string ToString() => $"{Name} ({Path}): {_arrays.Count} arrays";

    internal void EnterCall()
    {
        BeforeWrite();
        _callsUnderWay++;
        Epoch++;
    }

    /// <summary>The core may write to its arrays: pending arrays that read them are computed before.</summary>
    internal void BeforeWrite()
    {
        if (_arrays.Count + _memories.Count == 0) return;
        foreach (PublishedArray array in _arrays)
            array.BeforeWrite();
        foreach (WeakReference<IFortranMemory> memory in _memories)
            if (memory.TryGetTarget(out IFortranMemory? known))
                known.BeforeWrite();
    }

    internal void LeaveCall()
    {
        _callsUnderWay--;
        Epoch++;
    }

    internal void ThrowIfDisposed()
    {
        if (IsDisposed) ThrowDisposed();
    }

    // Apart, so that the question costs a call nothing.
    private void ThrowDisposed() => throw new ObjectDisposedException(Name, $"The Fortran library {Name} was disposed. Load it again: its variables are as they were.");
}
