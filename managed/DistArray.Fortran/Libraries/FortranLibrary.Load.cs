using DistArray.Bindings;

namespace DistArray.Fortran;

public sealed unsafe partial class FortranLibrary
{
    /// <summary>Loads a core, with names that stay its own.</summary>
    /// <param name="pathOrName">Path of the shared library, or its name, as in <c>libNAME.so</c>: searched in the folders of
    /// DISTARRAY_LIBRARY_PATH, beside the program, in the current folder and in those of LD_LIBRARY_PATH.</param>
    /// <param name="communicator">The ranks over which the core's arrays are distributed.</param>
    /// <param name="publish">Name of the procedure that publishes the arrays; <c>NAME_publish</c> where not given.</param>
    /// <returns>The library, to be disposed.</returns>
    /// <exception cref="FileNotFoundException">There is no such file; the text lists what was tried.</exception>
    /// <exception cref="DllNotFoundException">The system cannot load it; the text is the loader's.</exception>
    /// <exception cref="BadImageFormatException">It belongs to another MPI, or brings another libdistarray.</exception>
    /// <exception cref="MissingMethodException">It does not export <paramref name="publish"/>.</exception>
    /// <exception cref="FortranException">It publishes something that cannot be shown.</exception>
    /// <remarks>Local: no communication.</remarks>
    public static FortranLibrary Load(string pathOrName, ICommunicator communicator, string? publish = null)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        string path = LibrarySearch.Find(pathOrName);
        DaStatus status = NativeFortran.LibraryOpen(path, out FortranLibraryHandle handle);
        if (status != DaStatus.Ok)
            throw LoadFailure(status, path);
        var library = new FortranLibrary(path, handle, communicator, publish);
        try
        {
            library.StartPublishing();
            return library;
        }
        catch
        {
            library.Dispose();
            throw;
        }
    }

    private void StartPublishing()
    {
        if (!TryFindSymbol(PublishName, out nint procedure))
        {
            if (_publish is not null)
                throw NoSuchProcedure(_publish);
            return;
        }
        NativeStatus.Check(NativeFortran.LibrarySetPublish(_handle, (void*)procedure));
        DaStatus status = NativeFortran.LibraryPublish(_handle, out long generation);
        if (status != DaStatus.Ok)
            throw Failure(status, PublishName);
        FollowChanges(status, generation);
    }

    private string PublishName => _publish ?? $"{Name}_publish";

    private static Exception LoadFailure(DaStatus status, string path) => status switch
    {
        DaStatus.ErrNotFound => new DllNotFoundException($"The Fortran library {path} does not load: {NativeStatus.LastErrorText()}"),
        DaStatus.ErrUnsupported or DaStatus.ErrState => new BadImageFormatException($"The Fortran library cannot be used: {NativeStatus.LastErrorText()}", path),
        _ => NativeStatus.ExceptionFor(status),
    };
}
