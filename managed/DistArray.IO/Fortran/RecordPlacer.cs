using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Gives the records of a file that is written their places, and notes the markers between them.</summary>
internal sealed class RecordPlacer(FortranFormat format)
{
    private readonly List<(long Offset, long Value)> _markers = [];

    /// <summary>First byte behind what was placed.</summary>
    public long End { get; private set; }

    /// <summary>Places a record.</summary>
    /// <param name="length">Its bytes.</param>
    /// <exception cref="ArgumentException">It is longer than the records of the file.</exception>
    public FilePieces Place(long length)
    {
        long start = End;
        switch (format.Access)
        {
            case FortranAccess.Direct when length > format.RecordLength:
                throw new ArgumentException($"{length} bytes do not go into a record of {format.RecordLength}. Make the record length larger (in bytes).");
            case FortranAccess.Direct:
                End = checked(start + format.RecordLength);
                return FilePieces.One(start, length);
            case FortranAccess.Stream:
                End = checked(start + length);
                return FilePieces.One(start, length);
            default:
                return PlaceSubrecords(length);
        }
    }

    /// <summary>Writes the markers that were noted since the last call.</summary>
    public void WriteMarkers(SafeFileHandle file)
    {
        Span<byte> bytes = stackalloc byte[8];
        bool isLittle = format.ByteOrder == ByteOrder.LittleEndian;
        foreach ((long offset, long value) in _markers)
        {
            if (format.MarkerBytes == 8 && isLittle)
                BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
            else if (format.MarkerBytes == 8)
                BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            else if (isLittle)
                BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)value);
            else
                BinaryPrimitives.WriteInt32BigEndian(bytes, (int)value);
            RandomAccess.Write(file, bytes[..format.MarkerBytes], offset);
        }
        _markers.Clear();
    }

    private FilePieces PlaceSubrecords(long length)
    {
        long limit = format.MarkerBytes == 4 ? FortranLimits.BytesOfSubrecord : long.MaxValue, left = length;
        var pieces = new List<(long, long)>();
        do
        {
            long count = Math.Min(left, limit), place = End + format.MarkerBytes;
            left -= count;
            _markers.Add((End, left > 0 ? -count : count));
            _markers.Add((place + count, pieces.Count > 0 ? -count : count));
            pieces.Add((place, count));
            End = checked(place + count + format.MarkerBytes);
        }
        while (left > 0);
        return new FilePieces(pieces);
    }
}
