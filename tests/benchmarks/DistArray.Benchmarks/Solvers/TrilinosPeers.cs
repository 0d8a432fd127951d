using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.Solvers;

/// <summary>The same work over Trilinos in C++ (tests/benchmarks/peers/trilinos).</summary>
internal static unsafe partial class TrilinosPeers
{
    private const string Name = PeerLibrary.TrilinosName;

    /// <summary>A Poisson problem with this rank's number of rows.</summary>
    [LibraryImport(Name, EntryPoint = "peer_poisson_create")]
    public static partial nint Create(int ndim, long n, long rows);

    /// <summary>Frees it.</summary>
    [LibraryImport(Name, EntryPoint = "peer_poisson_free")]
    public static partial void Free(nint poisson);

    /// <summary>MueLu and CG: iterations.</summary>
    [LibraryImport(Name, EntryPoint = "peer_cg_muelu", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SolveByCG(nint poisson, string parameters);

    /// <summary>ILUT and GMRES: iterations.</summary>
    [LibraryImport(Name, EntryPoint = "peer_gmres_ilut")]
    public static partial int SolveByGmres(nint poisson);

    /// <summary>This rank's part of the last solution.</summary>
    [LibraryImport(Name, EntryPoint = "peer_poisson_solution")]
    public static partial void Solution(nint poisson, double* x);

    /// <summary>An operator written in C++ with its vectors.</summary>
    [LibraryImport(Name, EntryPoint = "peer_product_create")]
    public static partial nint CreateProduct(int isLaplacian, long n, double* x);

    /// <summary>One product.</summary>
    [LibraryImport(Name, EntryPoint = "peer_product_apply")]
    public static partial void Apply(nint product);

    /// <summary>Its result.</summary>
    [LibraryImport(Name, EntryPoint = "peer_product_result")]
    public static partial void Result(nint product, double* y);

    /// <summary>Frees it.</summary>
    [LibraryImport(Name, EntryPoint = "peer_product_free")]
    public static partial void FreeProduct(nint product);

    /// <summary>A matrix of triplets, thrown away: the sum of this rank's entries, each times 1 + its column % 7.</summary>
    [LibraryImport(Name, EntryPoint = "peer_assemble")]
    public static partial double Assemble(long rows, long count, long* i, long* j, double* values);
}
