using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.Bindings;

/// <summary>Finds and opens the native libraries behind the bindings, on their first use.</summary>
/// <remarks>
/// In this order; the first file that exists is taken, and an error if it does not load:
/// <list type="number">
/// <item>the folder that <see cref="OverrideVariable"/> names: this project's libraries are then looked for there and nowhere else;</item>
/// <item><c>runtimes/linux-x64/native</c> beside this assembly, then the assembly's folder, and the same for the program: what a build copies, what <c>dotnet publish</c>
/// leaves, and the place beside a program published as a single file;</item>
/// <item>the folders of the runtime's <c>NATIVE_DLL_SEARCH_DIRECTORIES</c>: packages in NuGet's folder, and where a single file unpacks itself;</item>
/// <item>the system's search (LD_LIBRARY_PATH, ld.so.conf).</item>
/// </list>
/// A process has one MPI: packages of two flavours in one program are an error of its build, and <see cref="OverrideVariable"/> chooses another build at run time.
/// </remarks>
public static partial class NativeLibraries
{
    /// <summary>Environment variable that names a folder to take the native libraries from, before any other place.</summary>
    public const string OverrideVariable = "DISTARRAY_NATIVE";

    private static readonly Dictionary<string, LoadedLibrary> Loaded = [];
    private static readonly Lock Gate = new();

    /// <summary>The file that serves <paramref name="library"/>, opened now if it was not yet.</summary>
    /// <param name="library">Name as in the bindings: distarray, distarray_hdf5, hdf5_openmpi.</param>
    /// <returns>Its path, or its bare file name where the system's search found it.</returns>
    /// <exception cref="ArgumentException">The bindings have no such library.</exception>
    /// <exception cref="NativeLibraryException">It is not there, does not load, or is of another version.</exception>
    public static string Load(string library)
    {
        ArgumentException.ThrowIfNullOrEmpty(library);
        LibraryKind kind = LibraryKind.Find(library)
            ?? throw new ArgumentException($"{library} is no library of the bindings. There are: {string.Join(", ", LibraryKind.All.Select(k => k.Name))}.", nameof(library));
        return Open(kind).Path;
    }

    /// <summary>Places where <paramref name="library"/> is looked for, in this order.</summary>
    /// <param name="library">Name as in the bindings.</param>
    /// <returns>Paths, and at the end the bare file name that stands for the system's search.</returns>
    /// <exception cref="ArgumentException">The bindings have no such library.</exception>
    public static IReadOnlyList<string> Candidates(string library) => CandidatesOf(LibraryKind.Find(library)
        ?? throw new ArgumentException($"{library} is no library of the bindings.", nameof(library)));

    /// <summary>The system's handle of an opened library.</summary>
    internal static nint HandleOf(string library) => Open(LibraryKind.Find(library)!).Handle;

#pragma warning disable CA2255 // The resolver must stand before the first native call, from wherever that comes.
    [ModuleInitializer]
    internal static void Install() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        LibraryKind.Find(name) is { } kind ? Open(kind).Handle : 0;

    private static LoadedLibrary Open(LibraryKind kind)
    {
        lock (Gate)
        {
            if (!Loaded.TryGetValue(kind.Name, out LoadedLibrary loaded))
                Loaded[kind.Name] = loaded = OpenFirst(OfThisMpi(kind));
            return loaded;
        }
    }

    /// <summary>HDF5 of the MPI that libdistarray was built with; two MPIs in one process would call into each other.</summary>
    private static LibraryKind OfThisMpi(LibraryKind kind)
    {
        if (kind.Name != "hdf5_openmpi")
            return kind;
        _ = Open(LibraryKind.Find("distarray")!);
        return Libc.IsLoaded("libmpich.so.12") ? LibraryKind.Find("hdf5_mpich")! : kind;
    }

    /// <summary>Opens the first candidate that exists. One that exists and does not load is an error: never another in silence.</summary>
    internal static LoadedLibrary OpenFirst(LibraryKind kind)
    {
        // UCX, which MPI may bring, otherwise takes SIGSEGV, and every NullReferenceException would kill the process.
        Libc.SetEnvironment("UCX_ERROR_SIGNALS", "");
        if (kind.Conflicting is { } conflicting && Libc.IsLoaded(conflicting))
            throw new NativeLibraryException(kind.Name, [$"{conflicting} is already in this process, and the two cannot live together"], kind.Advice);

        if (kind.Requires is { } required)
            _ = Open(LibraryKind.Find(required)!);

        var tried = new List<string>();
        foreach (string candidate in CandidatesOf(kind))
        {
            bool exists = File.Exists(candidate);
            if (Path.IsPathRooted(candidate) && !exists)
            {
                tried.Add($"{candidate}: no such file");
                continue;
            }
            nint handle = Libc.Open(candidate, kind.Global, out string error);
            if (handle != 0)
            {
                NativeAbi.Check(kind, handle, candidate);
                return new LoadedLibrary(handle, candidate);
            }
            tried.Add($"{candidate}: {error}");
            if (exists)
                break;
        }
        throw new NativeLibraryException(kind.Name, tried, kind.Advice);
    }

    private static List<string> CandidatesOf(LibraryKind kind)
    {
        var folders = new List<string>();
        if (Environment.GetEnvironmentVariable(OverrideVariable) is { Length: > 0 } folder)
        {
            folders.Add(Path.GetFullPath(folder));
            if (kind.IsOurs)
                return [Path.Combine(folders[0], kind.FileName)];
        }
        foreach (string beside in Beside())
        {
            folders.Add(Path.Combine(beside, "runtimes", $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "native"));
            folders.Add(beside);
        }
        if (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is string deployed)
            folders.AddRange(deployed.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(Path.TrimEndingDirectorySeparator));
        return [.. folders.Distinct().Select(f => Path.Combine(f, kind.FileName)), kind.FileName];
    }

    /// <summary>The folder of this assembly, where it is a file, and that of the program.</summary>
    private static IEnumerable<string> Beside()
    {
        if (Path.GetDirectoryName(typeof(NativeLibraries).Assembly.Location) is { Length: > 0 } folder)
            yield return folder;
        yield return Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
    }

    internal readonly record struct LoadedLibrary(nint Handle, string Path);
}
