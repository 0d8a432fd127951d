using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.Arrays;

internal static unsafe partial class Peers
{
    /// <summary>Zeros, in huge pages; null where there is no memory.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_allocate")]
    public static partial double* Allocate(long bytes);

    /// <summary>Frees them.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_free")]
    public static partial void Free(double* memory);

    /// <summary>The one array of Fortran; null where there is no memory.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_field_allocate")]
    public static partial double* AllocateField(long n1, long n2, long n3);

    /// <summary>Frees it.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_field_deallocate")]
    public static partial void DeallocateField();

    /// <summary>A plan of exchanges with the neighbours along an axis, in C order.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_halo_create")]
    public static partial nint CreateHalo(long n0, long n1, long n2, int axis, long width);

    /// <summary>Exchanges: seconds of one.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_halo_exchange")]
    public static partial double ExchangeHalo(nint halo, double* u, int iterations);

    /// <summary>Frees the plan.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_halo_free")]
    public static partial void FreeHalo(nint halo);

    /// <summary>A plan from rows to columns of a square matrix.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_rows_to_columns")]
    public static partial nint RowsToColumns(long n);

    /// <summary>A plan from blocks to cyclic.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_block_to_cyclic")]
    public static partial nint BlockToCyclic(long n);

    /// <summary>Redistributes: seconds of once.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_redistribute")]
    public static partial double Redistribute(nint plan, double* from, double* to, int iterations);

    /// <summary>Frees the plan.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_redistribution_free")]
    public static partial void FreeRedistribution(nint plan);
}
