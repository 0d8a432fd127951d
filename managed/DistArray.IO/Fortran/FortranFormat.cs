namespace DistArray.IO;

/// <summary>Form of an unformatted Fortran file: access, byte order, and the size of record markers or records.</summary>
public sealed record FortranFormat
{
    private FortranFormat(FortranAccess access, ByteOrder byteOrder, int markerBytes, long recordLength) =>
        (Access, ByteOrder, MarkerBytes, RecordLength) = (access, byteOrder, markerBytes, recordLength);

    /// <summary>How Fortran opens it.</summary>
    public FortranAccess Access { get; }

    /// <summary>Byte order of markers and numbers, Fortran's <c>convert</c>.</summary>
    public ByteOrder ByteOrder { get; }

    /// <summary>Bytes of a record marker; 0 where there are none.</summary>
    public int MarkerBytes { get; }

    /// <summary>Bytes of a record of a direct-access file; 0 otherwise.</summary>
    public long RecordLength { get; }

    /// <summary>A sequential file.</summary>
    /// <param name="byteOrder">Byte order of markers and numbers.</param>
    /// <param name="markerBytes">4, as gfortran and ifort write them, or 8, as <c>-frecord-marker=8</c> and old compilers.</param>
    /// <exception cref="ArgumentOutOfRangeException">Markers of another size.</exception>
    public static FortranFormat Sequential(ByteOrder byteOrder = ByteOrder.LittleEndian, int markerBytes = 4) => markerBytes is 4 or 8
        ? new(FortranAccess.Sequential, byteOrder, markerBytes, 0)
        : throw new ArgumentOutOfRangeException(nameof(markerBytes), markerBytes, $"Record markers have 4 or 8 bytes, not {markerBytes}.");

    /// <summary>A direct-access file.</summary>
    /// <param name="recordLength">Bytes of a record. That is gfortran's <c>recl</c>, and ifort's with <c>-assume byterecl</c>; without it ifort counts words of 4 bytes: give
    /// <c>4 * recl</c>.</param>
    /// <param name="byteOrder">Byte order of numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    public static FortranFormat Direct(long recordLength, ByteOrder byteOrder = ByteOrder.LittleEndian) => recordLength > 0
        ? new(FortranAccess.Direct, byteOrder, 0, recordLength)
        : throw new ArgumentOutOfRangeException(nameof(recordLength), recordLength, $"A record has at least one byte, not {recordLength}.");

    /// <summary>A stream file.</summary>
    /// <param name="byteOrder">Byte order of numbers.</param>
    public static FortranFormat Stream(ByteOrder byteOrder = ByteOrder.LittleEndian) => new(FortranAccess.Stream, byteOrder, 0, 0);

    /// <summary>The form in words.</summary>
    public override string ToString() => Access switch
    {
        FortranAccess.Sequential => $"sequential, {Order}, {MarkerBytes}-byte markers",
        FortranAccess.Direct => $"direct, {Order}, records of {RecordLength} bytes",
        _ => $"stream, {Order}",
    };

    private string Order => ByteOrder == ByteOrder.LittleEndian ? "little-endian" : "big-endian";
}
