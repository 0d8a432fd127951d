namespace DistArray.IO;

/// <summary>How much a rank moves at once; lowered by tests so that small arrays take several rounds.</summary>
internal static class TransferLimits
{
    /// <summary>Bytes that HDF5 gets in one call: MPI-IO fails above 2 GiB in some libraries.</summary>
    public static long BytesOfRound { get; set; } = 1L << 30;

    /// <summary>Pieces of a file that HDF5 gets in one call: MPI-IO keeps a list of them.</summary>
    public static long PiecesOfRound { get; set; } = 1L << 17;

    /// <summary>Bytes of the buffer for memory that is not in the file's order.</summary>
    public static long BytesOfStaging { get; set; } = 16L << 20;

    /// <summary>Bytes of a rank's part of a slab: what a processor's caches hold, since every element of it is moved several times.</summary>
    public static long BytesOfSlab { get; set; } = 2L << 20;

    /// <summary>Pieces of fewer bytes cost a file more than the way by blocks of the ranks costs.</summary>
    public static long BytesOfShortPiece { get; set; } = 32 << 10;
}
