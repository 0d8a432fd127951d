namespace DistArray.IO;

/// <summary>A record of a Fortran file.</summary>
/// <param name="Offset">Its first byte in the file, behind the marker.</param>
/// <param name="Length">Its bytes, markers not counted.</param>
/// <param name="Subrecords">Pieces that it is stored in: more than 1 where it was too long for its markers.</param>
public readonly record struct FortranRecord(long Offset, long Length, int Subrecords);
