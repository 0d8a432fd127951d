using System.Runtime.ExceptionServices;

namespace DistArray.Fortran;

/// <summary>What a thread has under way in cores, and what the functions threw that Fortran called meanwhile.</summary>
internal sealed class FortranThread
{
    [ThreadStatic]
    private static FortranThread? t_current;

    // From a thread of Fortran's own, such as OpenMP's, on which no call of ours is under way.
    private static ExceptionDispatchInfo? s_thrownElsewhere;

    private ExceptionDispatchInfo? _thrown;

    /// <summary>This thread.</summary>
    public static FortranThread Current => t_current ??= new FortranThread();

    /// <summary>The core whose call is under way; null where there is none.</summary>
    public FortranLibrary? Library { get; private set; }

    /// <summary>Whether a function has thrown, and no call has thrown it on yet.</summary>
    public bool HasThrown => _thrown is not null || s_thrownElsewhere is not null;

    /// <summary>A call into a core begins: it will throw what functions throw that Fortran calls here.</summary>
    /// <param name="library">The core.</param>
    /// <returns>The core whose call is around this one, for <see cref="LeaveCall"/>; null where there is none.</returns>
    public FortranLibrary? EnterCall(FortranLibrary library)
    {
        FortranLibrary? outer = Library;
        Library = library;
        return outer;
    }

    /// <summary>The call ends.</summary>
    /// <param name="outer">What <see cref="EnterCall"/> returned.</param>
    public void LeaveCall(FortranLibrary? outer) => Library = outer;

    /// <summary>Keeps what a function threw, for the call that is under way or, where there is none on this thread, the next one that ends on any.</summary>
    public void Keep(Exception exception)
    {
        var thrown = ExceptionDispatchInfo.Capture(exception);
        if (Library is not null) _thrown = thrown;
        else Interlocked.CompareExchange(ref s_thrownElsewhere, thrown, null);
    }

    /// <summary>Throws on behalf of a function that Fortran called and that ended by an exception.</summary>
    public void ThrowPending()
    {
        if (HasThrown) Throw();
    }

    private void Throw()
    {
        ExceptionDispatchInfo? thrown = _thrown;
        _thrown = null;
        (thrown ?? Interlocked.Exchange(ref s_thrownElsewhere, null))?.Throw();
    }
}
