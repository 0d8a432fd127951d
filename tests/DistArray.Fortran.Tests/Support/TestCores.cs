using System.Reflection;

namespace DistArray.Fortran.Tests.Support;

/// <summary>The cores that the build has made of the folder <c>core</c>.</summary>
internal static class TestCores
{
    /// <summary>The preset that native library and cores are built with; <c>./build.sh test --mpi mpich</c> sets it.</summary>
    private static string Preset => Environment.GetEnvironmentVariable("DISTARRAY_TEST_PRESET") ?? "release";

    /// <summary>Whether the cores are built with MPICH.</summary>
    public static bool AreOfMpich => Preset == "mpich";

    public static string Folder { get; } = Path.Combine(typeof(TestCores).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "FortranCores").Value!, Preset, "lib");

    public static string PathOf(string name) => Path.Combine(Folder, $"lib{name}.so");

    public static FortranLibrary Load(string name, ICommunicator? communicator = null) =>
        FortranLibrary.Load(PathOf(name), communicator ?? new SelfCommunicator());
}
