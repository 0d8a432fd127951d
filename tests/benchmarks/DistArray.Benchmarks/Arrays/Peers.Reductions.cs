using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.Arrays;

internal static unsafe partial class Peers
{
    /// <summary>Sum of all elements.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_sum")]
    public static partial double Sum(double* a, long n);

    /// <summary>Largest element.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_max")]
    public static partial double Max(double* a, long n);

    /// <summary>Variance, in two passes.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_var")]
    public static partial double Var(double* a, long n);

    /// <summary>2-norm.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_norm")]
    public static partial double Norm(double* a, long n);

    /// <summary>Index of the first largest element.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_argmax")]
    public static partial long ArgMax(double* a, long n);

    /// <summary>Sums over the middle of three axes.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_sum_middle")]
    public static partial void SumMiddle(double* d, double* a, long n0, long n1, long n2);

    /// <summary>Sums over the last of two axes.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_sum_last")]
    public static partial void SumLast(double* d, double* a, long n0, long n1);
}
