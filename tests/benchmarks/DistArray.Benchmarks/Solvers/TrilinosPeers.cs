using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.Solvers;

/// <summary>The same work over Trilinos in C++ (tests/benchmarks/peers/trilinos).</summary>
internal static unsafe partial class TrilinosPeers
{
    private const string Name = PeerLibrary.TrilinosName;

    /// <summary>Address of y = x as an operator's function.</summary>
    public static nint Identity => NativeLibrary.GetExport(NativeLibrary.Load(Artifacts.Path("peers", $"lib{Name}.so")), "peer_identity");

    /// <summary>Address of the 5-point Laplacian as an operator's function.</summary>
    public static nint Laplacian => NativeLibrary.GetExport(NativeLibrary.Load(Artifacts.Path("peers", $"lib{Name}.so")), "peer_laplacian");

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

    /// <summary>A matrix of triplets, thrown away: this rank's entries.</summary>
    [LibraryImport(Name, EntryPoint = "peer_assemble")]
    public static partial long Assemble(long rows, long count, long* i, long* j, double* values);
}
