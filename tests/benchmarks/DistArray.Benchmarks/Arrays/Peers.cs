using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.Arrays;

/// <summary>The same work in C and Fortran, in the same process (tests/benchmarks/peers).</summary>
internal static unsafe partial class Peers
{
    /// <summary>d = a + b * c.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_add_multiply")]
    public static partial void AddMultiply(double* d, double* a, double* b, double* c, long n);

    /// <summary>d = sqrt(a * a + b * b).</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_hypotenuse")]
    public static partial void Hypotenuse(double* d, double* a, double* b, long n);

    /// <summary>d = a > b ? a : b.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_where")]
    public static partial void Where(double* d, double* a, double* b, long n);

    /// <summary>d = sin(a) * exp(-b) + c.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_wave")]
    public static partial void Wave(double* d, double* a, double* b, double* c, long n);

    /// <summary>d = a + b * c within square matrices of a side of m + 2.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_interior")]
    public static partial void Interior(double* d, double* a, double* b, double* c, long m);

    /// <summary>d = a * row + column of a square matrix.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_broadcast")]
    public static partial void Broadcast(double* d, double* a, double* row, double* column, long m);

    /// <summary>d = the 7-point Laplacian of u within a ghost cell a side, in Fortran.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_laplacian")]
    public static partial void Laplacian(double* d, double* u, long n);
}
