using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.Benchmarks;

/// <summary>The library of the same work in C and Fortran (tests/benchmarks/peers).</summary>
internal static class PeerLibrary
{
    /// <summary>Its name in imports.</summary>
    public const string Name = "peers";

    [ModuleInitializer]
    internal static void Resolve() =>
        NativeLibrary.SetDllImportResolver(typeof(PeerLibrary).Assembly, (name, _, _) => name == Name ? NativeLibrary.Load(Artifacts.Path("peers", "libpeers.so")) : 0);
}
