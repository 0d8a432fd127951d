using System.Reflection;
using DistArray.Fortran;
using Tricky;

namespace DistArray.Wrap.Tests;

/// <summary>The core that the build has wrapped.</summary>
internal sealed class WrappedCore : IDisposable
{
    private static bool s_isSetUp;

    public WrappedCore(ICommunicator? communicator = null)
    {
        Library = FortranLibrary.Load(Path.Combine(Folder, "lib", "libtricky.so"), communicator ?? new SelfCommunicator());
        Toy = new ToyModule(Library);
        Kinds = new ToyKindsModule(Library);
        Cases = new CasesModule(Library);
        if (!s_isSetUp) Toy.Setup(3);
        s_isSetUp = true;
    }

    /// <summary>Of the preset that native library and cores are built with; <c>./build.sh test --mpi mpich</c> sets it.</summary>
    public static string Folder { get; } = Path.Combine(typeof(WrappedCore).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "WrappedCores").Value!, Environment.GetEnvironmentVariable("DISTARRAY_TEST_PRESET") ?? "release");

    public FortranLibrary Library { get; }

    public ToyModule Toy { get; }

    public ToyKindsModule Kinds { get; }

    public CasesModule Cases { get; }

    public void Dispose() => Library.Dispose();
}
