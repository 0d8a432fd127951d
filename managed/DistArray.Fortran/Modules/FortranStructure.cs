using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>A variable of a derived type, in the core's memory: what the classes of derived types have in common.</summary>
/// <remarks>Types with nothing but numbers, logicals and texts of one length are structs instead; these classes are for types with allocatable
/// or pointer components.</remarks>
public abstract unsafe class FortranStructure : IDisposable
{
    private readonly FortranPlace? _place;
    private readonly long[] _indices = [];
    private readonly nint _destroy;
    private nint _owned;

    /// <summary>Shows a variable, a component or an element of an array.</summary>
    /// <param name="place">Where the variable lies.</param>
    /// <param name="indices">Fortran's indices of the element; none for a scalar.</param>
    protected FortranStructure(FortranPlace place, long[] indices)
    {
        ArgumentNullException.ThrowIfNull(place);
        _place = place;
        _indices = indices;
        Library = place.Library;
        VariableName = place.Name;
    }

    /// <summary>Has the companion make a variable, which belongs to this object.</summary>
    /// <param name="library">The core's library.</param>
    /// <param name="name">Name of the type.</param>
    /// <param name="create">Address of the companion's procedure that makes one.</param>
    /// <param name="destroy">Address of the companion's procedure that frees it with its components.</param>
    protected FortranStructure(FortranLibrary library, string name, nint create, nint destroy)
    {
        ArgumentNullException.ThrowIfNull(library);
        library.ThrowIfDisposed();
        Library = library;
        VariableName = name;
        _destroy = destroy;
        nint made = 0;
        void* argument = &made;
        library.CallWrapper(create, name, &argument, 1);
        _owned = made != 0 ? made : throw new OutOfMemoryException($"The core {library.Name} has no memory for a {name}.");
    }

    /// <summary>The core's library.</summary>
    public FortranLibrary Library { get; }

    /// <summary>Name of the variable or component, for messages.</summary>
    public string VariableName { get; }

    /// <summary>Address of the variable.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated now.</exception>
    /// <exception cref="IndexOutOfRangeException">The array has become smaller: there is no such element any more.</exception>
    /// <exception cref="ObjectDisposedException">It was disposed, or the library was.</exception>
    public nint Address
    {
        get
        {
            Library.ThrowIfDisposed();
            if (_place is not null) return FortranIndex.Address(_place, _indices);
            ThrowIfDisposed();
            return _owned;
        }
    }

    /// <summary>Throws where it is one of C#'s own and was disposed.</summary>
    internal void ThrowIfDisposed()
    {
        _place?.Parent?.ThrowIfDisposed();
        ObjectDisposedException.ThrowIf(_place is null && _owned == 0, this);
    }

    /// <summary>Frees a variable that was made from C#, with its components. Nothing happens to one of the core's own.</summary>
    /// <exception cref="FortranException">A final procedure of the core ended by STOP.</exception>
    public void Dispose()
    {
        nint owned = _owned;
        _owned = 0;
        if (owned == 0 || Library.IsDisposed) return;
        // A call as any other: the core's final procedures may move arrays, or stop.
        void* argument = (void*)owned;
        Library.CallWrapper(_destroy, VariableName, &argument, 1);
    }

    /// <summary>Name and type.</summary>
    public override string ToString() => $"{GetType().Name} {VariableName}";

    /// <summary>A component.</summary>
    /// <typeparam name="T">Type of its elements.</typeparam>
    /// <param name="name">Its Fortran name.</param>
    /// <param name="entry">Procedure of the companion that shows it.</param>
    protected FortranVariable<T> Component<T>(string name, nint entry) where T : unmanaged => new(Place(name, entry));

    /// <summary>A text component.</summary>
    /// <param name="name">Its Fortran name.</param>
    /// <param name="entry">Procedure of the companion that shows it.</param>
    protected FortranTexts TextComponent(string name, nint entry) => new(Place(name, entry));

    /// <summary>A component of a derived type, or an array of them.</summary>
    /// <typeparam name="TStructure">The class of the type.</typeparam>
    /// <param name="name">Its Fortran name.</param>
    /// <param name="entry">Procedure of the companion that shows it.</param>
    /// <param name="create">Makes the object of one element.</param>
    protected FortranStructures<TStructure> StructureComponent<TStructure>(string name, nint entry, Func<FortranPlace, long[], TStructure> create)
        where TStructure : FortranStructure => new(Place(name, entry), create);

    /// <summary>A scalar component.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="entry">Procedure of the companion that shows it.</param>
    protected ref T ScalarComponent<T>(nint entry) where T : unmanaged
    {
        DaFortranArray array = default;
        ((delegate* unmanaged[Cdecl]<void*, DaFortranArray*, void>)entry)((void*)Address, &array);
        return ref *(T*)array.Address;
    }

    private FortranPlace Place(string name, nint entry) => new(Library, $"{VariableName}%{name}", entry, this);
}
