using System.Reflection;

namespace DistArray.Fortran.Tests.Support;

/// <summary>The cores that the build has made of the folder <c>core</c>.</summary>
internal static class TestCores
{
    public static string Folder { get; } = typeof(TestCores).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "FortranCores").Value!;

    public static string PathOf(string name) => Path.Combine(Folder, $"lib{name}.so");

    public static FortranLibrary Load(string name, ICommunicator? communicator = null) =>
        FortranLibrary.Load(PathOf(name), communicator ?? new SelfCommunicator());
}
