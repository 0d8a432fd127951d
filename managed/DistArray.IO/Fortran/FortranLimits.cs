namespace DistArray.IO;

/// <summary>Limits of sequential files; lowered by tests so that they need no gigabytes.</summary>
internal static class FortranLimits
{
    /// <summary>Bytes of a subrecord with 4-byte markers: what gfortran and ifort write at most.</summary>
    public static long BytesOfSubrecord { get; set; } = int.MaxValue - 8;

    /// <summary>Records and subrecords of which the places are kept in memory.</summary>
    public static int Pieces { get; set; } = 1 << 24;
}
