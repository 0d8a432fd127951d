using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>What the classes that <c>distarray wrap</c> generates of Fortran modules have in common.</summary>
/// <remarks>A module's variables and procedures are reached through its generated companion, which is linked into the core's library.
/// Many objects of a class may stand for one module: its variables are in the library.</remarks>
public abstract unsafe class FortranModule
{
    /// <summary>Finds the companion of a module in a library.</summary>
    /// <param name="library">The core's library.</param>
    /// <param name="module">Name of the module.</param>
    /// <param name="fingerprint">Of the interface that the class was generated from.</param>
    /// <exception cref="MissingMethodException">The library has no companion of the module.</exception>
    /// <exception cref="BadImageFormatException">The companion was generated from another state of the module.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    protected FortranModule(FortranLibrary library, string module, long fingerprint)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentException.ThrowIfNullOrEmpty(module);
        Library = library;
        ModuleName = module;
        library.ThrowIfDisposed();
        if (!library.TryFindSymbol(EntryName("fingerprint"), out nint address))
            throw new MissingMethodException($"The core {library.Name} ({library.Path}) has no generated companion of module {module}: it does not export {EntryName("fingerprint")}. " +
                "Compile the Fortran file that `distarray wrap` writes, and link it into this library (CMake: distarray_wrap_modules).");
        if (*(long*)address != fingerprint)
            throw new BadImageFormatException($"The companion of module {module} in the core {library.Name} was generated from another state of the module than this class " +
                $"(fingerprints {*(long*)address:x16} and {fingerprint:x16}). Run `distarray wrap` again and build both.", library.Path);
    }

    /// <summary>The core's library.</summary>
    public FortranLibrary Library { get; }

    /// <summary>Name of the Fortran module.</summary>
    public string ModuleName { get; }

    /// <summary>The module and its library.</summary>
    public override string ToString() => $"module {ModuleName} of {Library.Name}";

    /// <summary>Address of a procedure of the companion.</summary>
    /// <param name="name">Its name after that of the module.</param>
    /// <exception cref="MissingMethodException">The library does not export it.</exception>
    protected nint Entry(string name) => Library.Entry(ModuleName, name);

    /// <summary>Calls a procedure of the companion.</summary>
    /// <param name="entry">Its address.</param>
    /// <param name="procedure">Name of the Fortran procedure, for messages.</param>
    /// <param name="arguments">Addresses of the arguments.</param>
    /// <param name="count">Number of arguments.</param>
    /// <exception cref="FortranException">The core ended by STOP.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    protected void Call(nint entry, string procedure, void** arguments, int count) => Library.CallWrapper(entry, procedure, arguments, count);

    /// <summary>A variable of the module: the same object for all that stand for the module, so that each learns of the others' writes.</summary>
    /// <typeparam name="T">Type of its elements.</typeparam>
    /// <param name="name">Its Fortran name.</param>
    /// <param name="entry">Procedure of the companion that shows it.</param>
    /// <param name="layout">Procedure of the companion that tells how it is distributed, or null.</param>
    protected FortranVariable<T> Variable<T>(string name, string entry, string? layout = null) where T : unmanaged =>
        Library.Variable(Entry(entry), address => new FortranVariable<T>(new FortranPlace(Library, name, address, null), layout is null ? 0 : Entry(layout)));

    /// <summary>A text variable of the module.</summary>
    /// <param name="name">Its Fortran name.</param>
    /// <param name="entry">Procedure of the companion that shows it.</param>
    protected FortranTexts Texts(string name, string entry) => new(new FortranPlace(Library, name, Entry(entry), null));

    /// <summary>A variable of a derived type, or an array of them.</summary>
    /// <typeparam name="TStructure">The class of the type.</typeparam>
    /// <param name="name">Its Fortran name.</param>
    /// <param name="entry">Procedure of the companion that shows it.</param>
    /// <param name="create">Makes the object of one element.</param>
    protected FortranStructures<TStructure> Structures<TStructure>(string name, string entry, Func<FortranPlace, long[], TStructure> create)
        where TStructure : FortranStructure => new(new FortranPlace(Library, name, Entry(entry), null), create);

    /// <summary>A text of deferred length.</summary>
    /// <param name="entry">Procedure of the companion that hands it over.</param>
    /// <returns>The text without trailing blanks; null where it is not allocated.</returns>
    protected string? TakeText(string entry)
    {
        Library.ThrowIfDisposed();
        TakenText taken = default;
        ((delegate* unmanaged[Cdecl]<TakenText*, void>)Entry(entry))(&taken);
        return taken.Take();
    }

    /// <summary>Sets a text of deferred length.</summary>
    /// <param name="entry">Procedure of the companion that sets it.</param>
    /// <param name="text">The text.</param>
    protected void SetText(string entry, string text)
    {
        using TextArgument argument = TextArgument.Pass(text, -1, false, nameof(text));
        long length = argument.Length;
        void** arguments = stackalloc void*[2] { (void*)argument.Address, &length };
        Call(Entry(entry), entry, arguments, 2);
    }

    /// <summary>Throws where an argument that is not optional is absent.</summary>
    /// <typeparam name="TArgument">Its type.</typeparam>
    /// <param name="argument">The argument.</param>
    /// <param name="name">Its Fortran name.</param>
    /// <exception cref="ArgumentNullException">It is absent.</exception>
    protected static TArgument Require<TArgument>(TArgument? argument, string name) where TArgument : class =>
        argument ?? throw new ArgumentNullException(name, $"The argument {name} is not optional. Nothing was called.");

    /// <summary>An address that is not null, also of no elements.</summary>
    /// <param name="pinned">Address of the first element.</param>
    protected static void* Pinned(void* pinned) => pinned == null ? FortranDescriptor.Nowhere : pinned;

    /// <summary>A scalar that never moves.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="address">Its address once it is known, or 0.</param>
    /// <param name="entry">Procedure of the companion that shows it.</param>
    protected ref T Scalar<T>(ref nint address, string entry) where T : unmanaged
    {
        Library.ThrowIfDisposed();
        if (address == 0) address = FortranPlace.AddressOf(Entry(entry));
        return ref *(T*)address;
    }

    /// <summary>Checks that the compiler laid out a derived type as the class has it.</summary>
    /// <param name="type">Name of the type.</param>
    /// <param name="entry">Procedure of the companion that tells its size and the offsets of its components.</param>
    /// <param name="expected">Bytes of the type, then of each offset.</param>
    /// <exception cref="BadImageFormatException">They differ.</exception>
    protected void CheckLayout(string type, string entry, params ReadOnlySpan<long> expected)
    {
        long* actual = stackalloc long[expected.Length];
        ((delegate* unmanaged[Cdecl]<long*, void>)Entry(entry))(actual);
        if (!expected.SequenceEqual(new ReadOnlySpan<long>(actual, expected.Length)))
            throw new BadImageFormatException($"The compiler of the core {Library.Name} lays out type {type} of module {ModuleName} in another way than the class: size and offsets are " +
                $"({string.Join(", ", new ReadOnlySpan<long>(actual, expected.Length).ToArray())}), and not ({string.Join(", ", expected.ToArray())}). Use it through views: wrap with --views.", Library.Path);
    }

    /// <summary>Throws where a shape that was passed does not fit the declared one.</summary>
    /// <param name="procedure">Name of the procedure.</param>
    /// <param name="check">What the companion left: the number of the argument, or not more than 0 where all fit; behind <paramref name="room"/>, where the given extents stand, and the expected ones.</param>
    /// <param name="room">Where the expected extents begin.</param>
    /// <param name="names">Names of the arguments, with their declarations.</param>
    /// <exception cref="ShapeMismatchException">It does not fit.</exception>
    protected static void CheckShapes(string procedure, long* check, int room, params ReadOnlySpan<string> names)
    {
        if (check[0] <= 0) return;
        string name = names[(int)check[0] - 1];
        long* given = check + check[room + 1];
        string expected = string.Join(", ", new ReadOnlySpan<long>(check + room + 3, (int)check[room + 2]).ToArray().Select(extent => extent < 0 ? "*" : $"{extent}"));
        throw new ShapeMismatchException($"{procedure}: the argument {name} has the shape ({string.Join(", ", new ReadOnlySpan<long>(given + 1, (int)given[0]).ToArray())}), and ({expected}) is expected. " +
            "Pass that shape, or one axis with at least as many elements. Nothing was called.");
    }

    private string EntryName(string name) => FortranLibrary.EntryName(ModuleName, name);
}
