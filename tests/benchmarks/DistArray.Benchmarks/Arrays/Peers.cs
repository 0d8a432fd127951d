using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.Arrays;

/// <summary>The same work in C, in the same process (tests/benchmarks/peers/c).</summary>
internal static unsafe partial class Peers
{
    /// <summary>d = a + b * c.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_add_multiply")]
    public static partial void AddMultiply(double* d, double* a, double* b, double* c, long n);

    /// <summary>Sum of all elements.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_sum")]
    public static partial double Sum(double* a, long n);

    /// <summary>Largest element.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_max")]
    public static partial double Max(double* a, long n);
}
