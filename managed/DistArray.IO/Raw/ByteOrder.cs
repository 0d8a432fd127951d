namespace DistArray.IO;

/// <summary>Which byte of a number comes first in a file.</summary>
public enum ByteOrder
{
    /// <summary>The lowest: x86 and ARM, Fortran's <c>convert='little_endian'</c>, NumPy's <c>&lt;</c>.</summary>
    LittleEndian,

    /// <summary>The highest: Fortran's <c>convert='big_endian'</c>, NumPy's <c>&gt;</c>.</summary>
    BigEndian,
}
