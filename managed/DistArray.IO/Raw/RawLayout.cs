namespace DistArray.IO;

/// <summary>Where an array lies in a flat file, and how; the same on every rank.</summary>
/// <remarks>By default from the first byte to the last in little-endian order.</remarks>
public sealed record RawLayout
{
    /// <summary>Bytes before the first element, such as a header's; a file that is written has zeros there.</summary>
    public long Offset { get; init; }

    /// <summary>Byte order of the numbers.</summary>
    public ByteOrder ByteOrder { get; init; }

    /// <summary>Bytes of a record where every slice along the slowest axis has a record of its own, filled up with anything on reading and with
    /// zeros on writing; null where the elements follow each other. As Fortran's <c>recl</c> in bytes.</summary>
    public long? RecordLength { get; init; }

    /// <summary>Whether a file that is read may go on behind the array.</summary>
    public bool AllowsTrailingBytes { get; init; }

    /// <summary>Where the elements lie.</summary>
    /// <param name="array">Distribution of the array.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <returns>The pieces, and the first byte behind the last record.</returns>
    /// <exception cref="ArgumentException">An offset or a length is negative or too small.</exception>
    internal (FilePieces Pieces, long End) Place(Distribution array, int elementSize, MemoryOrder fileOrder)
    {
        if (Offset < 0)
            throw new ArgumentException($"The offset is {Offset} bytes; it must be 0 or more.");
        if (RecordLength is not { } length)
        {
            long bytes = array.Size * elementSize;
            return (FilePieces.One(Offset, bytes), checked(Offset + bytes));
        }
        (long slices, long slice) = Slices.Of(array.Shape, elementSize, fileOrder);
        if (length < slice || length <= 0)
            throw new ArgumentException($"A record of {length} bytes does not hold a slice along the slowest axis, which has {slice} bytes. "
                + "Give the record length in bytes (some compilers count recl in words of 4).");
        long end = checked(Offset + slices * length);
        var pieces = new (long, long)[slices];
        for (long i = 0; i < slices; i++)
            pieces[i] = (Offset + i * length, slice);
        return (new FilePieces(pieces), end);
    }
}
