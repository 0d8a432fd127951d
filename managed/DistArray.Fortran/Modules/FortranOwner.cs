namespace DistArray.Fortran;

/// <summary>Memory that Fortran allocates on behalf of C#: what <see cref="FortranAllocatable{T}"/> and <see cref="FortranPointer{T}"/> have in common.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
public abstract unsafe class FortranOwner<T> : FortranVariable<T>, IDisposable where T : unmanaged
{
    private readonly Holder _holder;

    private protected FortranOwner(Holder holder, nint show) : base(new FortranPlace(holder.Library, holder.VariableName, show, holder)) => _holder = holder;

    /// <summary>What is passed to the companion.</summary>
    /// <exception cref="ObjectDisposedException">It was disposed, or the library was.</exception>
    public nint Handle => _holder.Address;

    /// <summary>Frees it, and what Fortran has allocated in it. Views of it throw from now on.</summary>
    /// <remarks>Local.</remarks>
    public void Dispose()
    {
        BeforeWrite();
        Invalidate();
        _holder.Dispose();
    }

    /// <summary>The companion's variable that has the allocatable or pointer as its component.</summary>
    private protected sealed class Holder(FortranLibrary library, string name, nint create, nint destroy) : FortranStructure(library, name, create, destroy);
}
