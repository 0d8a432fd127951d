using System.Runtime.InteropServices;
using System.Text;
using DistArray.Bindings;
using DistArray.Bindings.Hdf5;
using DistArray.Mpi;

namespace DistArray.Cli.Informing;

/// <summary>Looks for all that the library needs, or can use.</summary>
internal static class Installation
{
    private const string Elsewhere = "elsewhere the distribution's package of";

    /// <summary>What is there, and what is not.</summary>
    public static IReadOnlyList<Component> Find() => [Runtime(), Native(), Mpi(), Launcher(), Hdf5(), Trilinos(), Fortran(), Compare()];

    private static Component Runtime() => new(".NET", ComponentState.Good, RuntimeInformation.FrameworkDescription)
    {
        Path = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd('/'),
        Details = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors",
    };

    private static Component Native() => OfLibrary("DistArray, native", "distarray", path =>
    {
        string[] lines = BuildInfo().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string version = lines.FirstOrDefault(line => line.StartsWith("version: ", StringComparison.Ordinal))?["version: ".Length..] ?? "";
        string details = string.Join("; ", lines.Where(line => !line.StartsWith("version: ", StringComparison.Ordinal) && !line.StartsWith("MPI library: ", StringComparison.Ordinal) && line.Contains(": ", StringComparison.Ordinal)));
        return new Component("DistArray, native", ComponentState.Good, version) { Path = path, Details = details };
    });

    private static Component Mpi() => OfLibrary("MPI library", "distarray", _ =>
        new Component("MPI library", ComponentState.Good, FirstLine(MpiEnvironment.LibraryVersion)) { Path = LoadedFile("libmpi"), Details = $"MPI {MpiEnvironment.Version}" });

    private static Component Launcher()
    {
        string name = Environment.GetEnvironmentVariable("DISTARRAY_MPIEXEC") ?? "mpiexec";
        if (OtherProgram.Find(name) is not { } path || OtherProgram.Output(path, "--version") is not { } text)
        {
            return new Component("MPI launcher", ComponentState.Missing, "")
            {
                Problem = $"{name} is not there, so that programs run on one rank alone",
                Advice = $"apt-get install openmpi-bin; {Elsewhere} the MPI library above; or name it in DISTARRAY_MPIEXEC",
            };
        }
        string launcher = Flavour(text), library = LibraryVersion() is { } version ? Flavour(version) : launcher;
        string shown = launcher == "MPICH" ? $"MPICH's Hydra {Value(text, "Version:")}" : FirstLine(text);
        return launcher == library ? new Component("MPI launcher", ComponentState.Good, shown) { Path = path } : new Component("MPI launcher", ComponentState.Broken, shown)
        {
            Path = path,
            Problem = $"it is of {launcher}, and the library is of {library}: each process would compute alone",
            Advice = $"name the mpiexec of {library} in DISTARRAY_MPIEXEC, such as {(library == "MPICH" ? "mpiexec.mpich" : "mpiexec.openmpi")}, or put it first on PATH",
        };
    }

    private static Component Hdf5() => OfLibrary("HDF5", "distarray_hdf5", path =>
    {
        NativeLibraries.Load("hdf5_openmpi");
        return new Component("HDF5", ComponentState.Good, $"{Hdf5Version()}, parallel") { Path = LoadedFile("libhdf5"), Details = $"with {path}" };
    });

    private static Component Trilinos()
    {
        Component component = OfLibrary("Trilinos", "distarray_trilinos", path => new Component("Trilinos", ComponentState.Good, TrilinosVersion()) { Path = path });
        if (component.State != ComponentState.Good) return component;
        foreach (string library in (string[])["distarray_tpetra", "distarray_epetra"])
        {
            Component part = OfLibrary("Trilinos", library, _ => component);
            if (part.State != ComponentState.Good) return part;
        }
        return component with { Details = "Tpetra and Epetra load" };
    }

    private static Component Fortran() => OtherProgram.Find("gfortran") is { } path && OtherProgram.Output(path, "--version") is { } text
        ? new Component("gfortran", ComponentState.Good, FirstLine(text)) { Path = path }
        : new Component("gfortran", ComponentState.Missing, "")
        {
            Problem = "Fortran cores and companions cannot be compiled here; libraries that are compiled run all the same",
            Advice = $"apt-get install gfortran; {Elsewhere} gcc-gfortran",
        };

    private static Component Compare()
    {
        const string advice = $"apt-get install python3-numpy python3-h5py; {Elsewhere} the same, or pip install numpy h5py";
        if (Python.Find() is not { } python) return new Component("Python to compare with", ComponentState.Missing, "") { Problem = "no python3 with NumPy: tests skip comparing with it", Advice = advice };
        return python.HasH5py
            ? new Component("Python to compare with", ComponentState.Good, python.Versions) { Path = python.Program }
            : new Component("Python to compare with", ComponentState.Missing, python.Versions) { Path = python.Program, Problem = "it has no h5py: tests skip comparing HDF5 files with it", Advice = advice };
    }

    private static Component OfLibrary(string name, string library, Func<string, Component> describe)
    {
        try
        {
            return describe(NativeLibraries.Load(library));
        }
        catch (NativeLibraryException e)
        {
            const string nowhere = ": no such file";
            string? reason = e.Tried.LastOrDefault(tried => tried.StartsWith('/') && !tried.EndsWith(nowhere, StringComparison.Ordinal));
            string[] folders = [.. e.Tried.Where(tried => tried.EndsWith(nowhere, StringComparison.Ordinal)).Select(tried => Path.GetDirectoryName(tried)!)];
            return new Component(name, library == "distarray" ? ComponentState.Broken : ComponentState.Missing, "")
            {
                Problem = reason ?? $"lib{e.Library}.so is not in {string.Join(", ", folders)}",
                Advice = reason is null && e.Library != "hdf5_openmpi" ? $"it comes with the tool: install that again, or set {NativeLibraries.OverrideVariable} to the folder that holds it" : e.Library switch
                {
                    "distarray" => $"apt-get install openmpi-bin libopenmpi-dev; {Elsewhere} Open MPI",
                    "distarray_hdf5" or "hdf5_openmpi" => $"apt-get install libhdf5-openmpi-103-1; {Elsewhere} HDF5 1.10 for Open MPI (the serial one does not do)",
                    _ => $"apt-get install libtrilinos-tpetra-dev libtrilinos-belos-dev libtrilinos-muelu-dev … (./build.sh setup names all), then ./build.sh build; {Elsewhere} Trilinos 13",
                },
            };
        }
    }

    private static string Flavour(string text) => text.Contains("Open MPI", StringComparison.Ordinal) || text.Contains("OpenRTE", StringComparison.Ordinal) || text.Contains("PRRTE", StringComparison.Ordinal) ? "Open MPI"
        : text.Contains("HYDRA", StringComparison.OrdinalIgnoreCase) || text.Contains("MPICH", StringComparison.Ordinal) ? "MPICH"
        : text.Contains("Intel", StringComparison.Ordinal) ? "Intel MPI" : FirstLine(text);

    private static string? LibraryVersion()
    {
        try
        {
            return MpiEnvironment.LibraryVersion;
        }
        catch (NativeLibraryException)
        {
            return null;
        }
    }

    private static string FirstLine(string text) => text.Split('\n', '\0', ',')[0].Trim();

    private static string Value(string text, string name) => text.Split('\n').FirstOrDefault(line => line.Contains(name, StringComparison.Ordinal))?.Split(name)[1].Trim() ?? "";

    private static unsafe string BuildInfo()
    {
        byte* buffer = stackalloc byte[8192];
        NativeStatus.Check(NativeInfo.BuildInfo(buffer, 8192, out long length));
        return Encoding.UTF8.GetString(buffer, (int)Math.Min(length, 8191));
    }

    private static unsafe string Hdf5Version()
    {
        uint major, minor, release;
        return H5.get_libversion(&major, &minor, &release) < 0 ? "" : $"{major}.{minor}.{release}";
    }

    private static unsafe string TrilinosVersion()
    {
        byte* buffer = stackalloc byte[1024];
        NativeStatus.Check(NativeTrilinos.Version(buffer, 1024, out long length));
        return Encoding.UTF8.GetString(buffer, (int)Math.Min(length, 1023));
    }

    // Where the system's loader found a library, as the process's memory map tells.
    private static string? LoadedFile(string name) => !File.Exists("/proc/self/maps") ? null : File.ReadLines("/proc/self/maps")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length == 6 && Path.GetFileName(parts[5]).StartsWith(name, StringComparison.Ordinal))
        .Select(parts => parts[5]).FirstOrDefault(path => Path.GetFileName(path)[name.Length] is '.' or '_');
}
