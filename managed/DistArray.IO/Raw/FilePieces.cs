namespace DistArray.IO;

/// <summary>Where consecutive bytes lie in a file: one piece after another, such as the subrecords of a record.</summary>
internal sealed class FilePieces
{
    // Of every piece the first byte in the file and the first byte counted over all pieces; the latter has the total behind the last.
    private readonly long[] _offsets, _starts;

    /// <summary>Lines pieces up.</summary>
    /// <param name="pieces">First byte in the file and length of each.</param>
    public FilePieces(IReadOnlyList<(long Offset, long Count)> pieces)
    {
        _offsets = new long[pieces.Count];
        _starts = new long[pieces.Count + 1];
        for (int i = 0; i < pieces.Count; i++)
        {
            _offsets[i] = pieces[i].Offset;
            _starts[i + 1] = _starts[i] + pieces[i].Count;
        }
    }

    /// <summary>Bytes of all pieces.</summary>
    public long Length => _starts[^1];

    /// <summary>A single piece.</summary>
    public static FilePieces One(long offset, long count) => new([(offset, count)]);

    /// <summary>The same number of bytes of each record, as the slices of an array along its slowest axis.</summary>
    /// <param name="records">The records, in order.</param>
    /// <param name="count">Bytes of each, from its beginning.</param>
    public static FilePieces Join(IEnumerable<FilePieces> records, long count) =>
        new([.. records.SelectMany(record => record.Of(0, count).Select(piece => (piece.Offset, piece.Count)))]);

    /// <summary>Some of the bytes.</summary>
    /// <param name="first">First of them, counted over all pieces.</param>
    /// <param name="count">Their number.</param>
    public FilePieces Part(long first, long count) => new([.. Of(first, count).Select(piece => (piece.Offset, piece.Count))]);

    /// <summary>Where some of the bytes lie.</summary>
    /// <param name="first">First of them, counted over all pieces.</param>
    /// <param name="count">Their number.</param>
    /// <returns>Of every piece its place in the file, its distance from <paramref name="first"/>, and its length.</returns>
    public IEnumerable<(long Offset, long Distance, long Count)> Of(long first, long count)
    {
        long end = first + count;
        int index = Array.BinarySearch(_starts, first);
        for (int i = index >= 0 ? index : ~index - 1; i < _offsets.Length && _starts[i] < end; i++)
        {
            long from = Math.Max(first, _starts[i]), to = Math.Min(end, _starts[i + 1]);
            if (from < to)
                yield return (_offsets[i] + from - _starts[i], from - first, to - from);
        }
    }
}
