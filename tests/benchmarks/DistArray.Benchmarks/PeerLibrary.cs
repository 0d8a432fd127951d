using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.Benchmarks;

/// <summary>The library of the same work in C and Fortran (tests/benchmarks/peers).</summary>
internal static class PeerLibrary
{
    /// <summary>Its name in imports.</summary>
    public const string Name = "peers";

    /// <summary>Name of the one over Trilinos.</summary>
    public const string TrilinosName = "peers_trilinos";

    /// <summary>Name of the one over parallel HDF5.</summary>
    public const string IoName = "peers_io";

    [ModuleInitializer]
    internal static void Resolve() =>
        NativeLibrary.SetDllImportResolver(typeof(PeerLibrary).Assembly, (name, _, _) => name is Name or TrilinosName or IoName ? NativeLibrary.Load(Artifacts.Path("peers", $"lib{name}.so")) : 0);
}
