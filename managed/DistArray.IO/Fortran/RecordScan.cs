using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Finds the records of a sequential file by its markers, and checks every one of them.</summary>
/// <remarks>A record is one or more subrecords with their length before and behind them. The sign of the leading marker tells that another
/// subrecord follows, the sign of the trailing one that one came before (GNU Fortran's manual, "File format of unformatted sequential files").</remarks>
internal static class RecordScan
{
    /// <summary>Finds the records.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Its name, for errors.</param>
    /// <param name="format">Size and byte order of the markers.</param>
    /// <exception cref="InvalidDataException">The markers are not those of such a file; the text tells which form would fit, if one does.</exception>
    public static SequentialRecords Run(SafeFileHandle file, string path, FortranFormat format)
    {
        SequentialRecords? records = Scan(file, path, format, out string problem);
        return records ?? throw new InvalidDataException($"{path} as {format}: {problem} {Advice(file, path, format)}");
    }

    private static string Advice(SafeFileHandle file, string path, FortranFormat format)
    {
        foreach (int markerBytes in (int[])[4, 8])
        {
            foreach (ByteOrder order in Enum.GetValues<ByteOrder>())
            {
                FortranFormat other = FortranFormat.Sequential(order, markerBytes);
                if (other != format && Scan(file, path, other, out _) is not null)
                    return $"As {other} its markers fit: give that format.";
            }
        }
        return "The file is damaged or cut, or not a sequential one: check access (direct and stream files have no markers), byte order and size of the markers.";
    }

    private static SequentialRecords? Scan(SafeFileHandle file, string path, FortranFormat format, out string problem)
    {
        var markers = new MarkerReader(file, path, format);
        long length = RandomAccess.GetLength(file), position = 0;
        int marker = format.MarkerBytes;
        List<long> first = [], offsets = [], lengths = [];
        bool continues = false;
        while (position < length || continues)
        {
            bool isContinuation = continues;
            string where = $"record {first.Count - (isContinuation ? 1 : 0)} (counted from 0){(isContinuation ? ", continued" : "")} at byte {position}";
            if (length - position < marker)
            {
                problem = $"{where}: its leading marker is cut, {length - position} bytes are left of {marker}.";
                return null;
            }
            long leading = markers.At(position), bytes = leading == long.MinValue ? long.MaxValue : Math.Abs(leading), left = length - position - marker;
            if (left < marker || bytes > left - marker)
            {
                problem = $"{where}: its leading marker is {leading}, and {left} bytes follow, of which the trailing marker needs {marker}.";
                return null;
            }
            long trailing = markers.At(position + marker + bytes);
            if (trailing != (isContinuation ? -bytes : bytes))
            {
                problem = $"{where}: its leading marker is {leading}, its trailing one {trailing}, where {(isContinuation ? -bytes : bytes)} must stand.";
                return null;
            }
            if (offsets.Count >= FortranLimits.Pieces)
            {
                problem = $"it has more than {FortranLimits.Pieces} records. Read it as a stream file in parts.";
                return null;
            }
            if (!isContinuation)
                first.Add(offsets.Count);
            offsets.Add(position + marker);
            lengths.Add(bytes);
            continues = leading < 0;
            position += bytes + 2 * marker;
        }
        problem = "";
        return new SequentialRecords([.. first, offsets.Count], [.. offsets], [.. lengths]);
    }
}
