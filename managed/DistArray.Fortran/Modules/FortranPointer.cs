namespace DistArray.Fortran;

/// <summary>A Fortran pointer to an array, for procedures with a <c>pointer</c> argument and for results.</summary>
/// <typeparam name="T">Type of its elements.</typeparam>
/// <remarks>Disposing of it frees the pointer alone, never what it points to.</remarks>
public sealed class FortranPointer<T> : FortranOwner<T> where T : unmanaged
{
    /// <summary>Makes one that is not associated. Generated classes have methods for that.</summary>
    /// <param name="library">The core's library.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="create">Address of the companion's procedure that makes one.</param>
    /// <param name="show">Address of the companion's procedure that shows it.</param>
    /// <param name="destroy">Address of the companion's procedure that frees it.</param>
    public FortranPointer(FortranLibrary library, string name, nint create, nint show, nint destroy) : base(new Holder(library, name, create, destroy), show) { }
}
