namespace DistArray.Fortran;

/// <summary>An allocatable array, for procedures with an <c>allocatable</c> argument and for results: Fortran allocates, C# reads and frees.</summary>
/// <typeparam name="T">Type of its elements.</typeparam>
public sealed class FortranAllocatable<T> : FortranOwner<T> where T : unmanaged
{
    /// <summary>Makes one that is not allocated. Generated classes have methods for that.</summary>
    /// <param name="library">The core's library.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="create">Address of the companion's procedure that makes one.</param>
    /// <param name="show">Address of the companion's procedure that shows it.</param>
    /// <param name="destroy">Address of the companion's procedure that frees it.</param>
    public FortranAllocatable(FortranLibrary library, string name, nint create, nint show, nint destroy) : base(new Holder(library, name, create, destroy), show) { }
}
