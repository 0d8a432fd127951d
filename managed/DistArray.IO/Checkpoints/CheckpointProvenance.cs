using System.Reflection;
using DistArray.Bindings.Hdf5;
using DistArray.Mpi;

namespace DistArray.IO;

/// <summary>Where a checkpoint comes from.</summary>
/// <param name="Program">Name and version of the program.</param>
/// <param name="Time">When it was saved, by rank 0's clock.</param>
/// <param name="Ranks">On how many ranks it was saved.</param>
/// <param name="Parameters">What the program noted of its run.</param>
/// <param name="Libraries">Versions of this library, .NET, HDF5 and MPI.</param>
public sealed record CheckpointProvenance(
    string Program, DateTimeOffset Time, int Ranks, IReadOnlyDictionary<string, string> Parameters, IReadOnlyDictionary<string, string> Libraries)
{
    /// <summary>That of this program, now.</summary>
    internal static CheckpointProvenance Now(ICommunicator communicator, IReadOnlyDictionary<string, string> parameters)
    {
        AssemblyName? program = Assembly.GetEntryAssembly()?.GetName();
        var libraries = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["DistArray.IO"] = typeof(CheckpointProvenance).Assembly.GetName().Version?.ToString() ?? "",
            [".NET"] = Environment.Version.ToString(),
            ["HDF5"] = Hdf5Version(),
        };
        if (communicator is Communicator)
            libraries["MPI"] = MpiEnvironment.LibraryVersion.Split('\n')[0].TrimEnd('\0');
        return new CheckpointProvenance($"{program?.Name} {program?.Version}".Trim(), DateTimeOffset.UtcNow, communicator.Size,
            new SortedDictionary<string, string>(parameters.ToDictionary(), StringComparer.Ordinal), libraries);
    }

    private static unsafe string Hdf5Version()
    {
        uint major, minor, release;
        lock (Hdf5Library.Gate)
            Hdf5Library.Check(H5.get_libversion(&major, &minor, &release), "tell its version");
        return $"{major}.{minor}.{release}";
    }
}
