namespace DistArray.IO;

public static partial class DnpyFile
{
    /// <summary>Reads what the files of a set say of their array, and checks that they fit together; no element is read.</summary>
    /// <param name="prefix">What the names of the files begin with, before <c>_0.dnpy</c>; the first file says how many there are.</param>
    /// <returns>Element type, shape and distribution.</returns>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or the files do not fit together.</exception>
    /// <exception cref="NotSupportedException">The elements are of a type that no array has.</exception>
    /// <remarks>Local.</remarks>
    public static DnpyInfo ReadInfo(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        DnpyPiece[] pieces = Decode(prefix, ReadHeaders(prefix));
        DnpyPiece first = pieces[0];
        long[] shape = Array.ConvertAll(first.Axes, axis => axis.Size);
        DnpySet.Expect(pieces, first.Header.ElementType, shape);
        return new DnpyInfo(first.Header.ElementType, shape, Array.ConvertAll(pieces, piece => piece.Path), Array.ConvertAll(first.Axes, axis => (axis.Code, axis.Parts)));
    }

    private static DnpyPiece[] Decode(string prefix, List<(long Length, byte[] Headers)> files) =>
        [.. files.Select((file, index) => DnpyPiece.Decode(NameOf(prefix, index), file.Length, (offset, bytes) => file.Headers.AsSpan((int)offset, bytes.Length).CopyTo(bytes)))];
}
