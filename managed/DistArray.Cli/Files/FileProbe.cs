using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace DistArray.Cli.Files;

/// <summary>Finds out what a file is by its first bytes; its name does not count.</summary>
internal static partial class FileProbe
{
    private const int BytesOfText = 4096;
    private const string Ending = ".dnpy";

    private static ReadOnlySpan<byte> Hdf5 => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0d, 0x0a, 0x1a, 0x0a];
    private static ReadOnlySpan<byte> Npy => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];
    private static ReadOnlySpan<byte> Dnpy => [0x93, (byte)'D', (byte)'A', (byte)'R', (byte)'R', (byte)'Y'];

    /// <summary>What a file is.</summary>
    /// <exception cref="UsageException">There is none, or it is a folder or may not be read.</exception>
    public static FileFormat FormatOf(string path)
    {
        if (IsDnpyPrefix(path)) return FileFormat.Dnpy;
        Expect(path);
        try
        {
            using FileStream file = File.OpenRead(path);
            return FormatOf(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>What the names of a set of .dnpy files begin with, of one of them or of that itself.</summary>
    public static string DnpyPrefix(string path)
    {
        if (IsDnpyPrefix(path)) return path.EndsWith(Ending, StringComparison.Ordinal) ? path[..^Ending.Length] : path;
        string name = Path.GetFileNameWithoutExtension(path);
        int at = name.LastIndexOf('_');
        return at > 0 && name[(at + 1)..].All(char.IsAsciiDigit) ? Path.Combine(Path.GetDirectoryName(path) ?? "", name[..at]) : Path.ChangeExtension(path, null);
    }

    /// <summary>The form of the markers of a Fortran file: those of the first record fit.</summary>
    public static IO.FortranFormat? FortranFormatOf(Stream file)
    {
        foreach (int bytes in (int[])[4, 8])
            foreach (IO.ByteOrder order in (IO.ByteOrder[])[IO.ByteOrder.LittleEndian, IO.ByteOrder.BigEndian])
                if (HasMarkers(file, bytes, order)) return IO.FortranFormat.Sequential(order, bytes);
        return null;
    }

    /// <summary>Returns where there is a file.</summary>
    /// <exception cref="UsageException">There is none; a name near it is told.</exception>
    public static void Expect(string path)
    {
        if (Directory.Exists(path)) throw new UsageException($"{path} is a folder, and a file is needed.");
        if (File.Exists(path)) return;
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new UsageException($"there is no file {path}: the folder {folder} is missing.");
        throw new UsageException($"there is no file {path}.{CommandLine.NearestName.Question(Path.GetFileName(path), Directory.EnumerateFiles(folder).Take(10_000).Select(file => Path.GetFileName(file)))}");
    }

    // "u" and "u.dnpy" stand for "u_0.dnpy", "u_1.dnpy" and so on.
    private static bool IsDnpyPrefix(string path) => !File.Exists(path) && !Directory.Exists(path)
        && (File.Exists($"{path}_0{Ending}") || path.EndsWith(Ending, StringComparison.Ordinal) && File.Exists($"{path[..^Ending.Length]}_0{Ending}"));

    private static FileFormat FormatOf(FileStream file)
    {
        byte[] start = new byte[Math.Min(file.Length, BytesOfText)];
        file.ReadExactly(start);
        if (start.AsSpan().StartsWith(Npy)) return FileFormat.Npy;
        if (start.AsSpan().StartsWith(Dnpy)) return FileFormat.Dnpy;
        if (start is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..]) return FileFormat.Npz;
        if (IsHdf5(file)) return FileFormat.Hdf5;
        if (IsText(start))
        {
            string[] rows = [.. Encoding.UTF8.GetString(start).Split('\n').Where(line => line.Trim() is [not '#', ..]).Take(2)];
            return rows.Length == 2 && !rows.Any(row => StartOfRow().IsMatch(row)) ? FileFormat.Raw : rows is [var first, ..] && first.Contains(',') ? FileFormat.Csv : FileFormat.Text;
        }
        return FortranFormatOf(file) is null ? FileFormat.Raw : FileFormat.Fortran;
    }

    // Behind a block of the user's, of 512 bytes or a power of two of them.
    private static bool IsHdf5(FileStream file)
    {
        Span<byte> bytes = stackalloc byte[8];
        for (long offset = 0; offset + 8 <= file.Length; offset = offset == 0 ? 512 : 2 * offset)
        {
            file.Position = offset;
            file.ReadExactly(bytes);
            if (bytes.SequenceEqual(Hdf5)) return true;
        }
        return false;
    }

    private static bool IsText(ReadOnlySpan<byte> start)
    {
        foreach (byte b in start)
            if (b is < 0x20 and not (0x09 or 0x0a or 0x0d)) return false;
        return start.Length > 0;
    }

    // Of two rows one is a header at most; a row of a table begins with a number.
    [GeneratedRegex(@"^[\s,""]*[+-]?(\.?\d|(nan|inf|infinity)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StartOfRow();

    private static bool HasMarkers(Stream file, int bytes, IO.ByteOrder order)
    {
        if (file.Length < 2 * bytes) return false;
        long leading = Math.Abs(Marker(file, 0, bytes, order));
        return leading >= 0 && leading <= file.Length - 2 * bytes && Math.Abs(Marker(file, bytes + leading, bytes, order)) == leading && (leading > 0 || file.Length == 2 * bytes);
    }

    private static long Marker(Stream file, long offset, int bytes, IO.ByteOrder order)
    {
        Span<byte> marker = stackalloc byte[bytes];
        file.Position = offset;
        file.ReadExactly(marker);
        if (order == IO.ByteOrder.BigEndian) marker.Reverse();
        long value = bytes == 4 ? BinaryPrimitives.ReadInt32LittleEndian(marker) : BinaryPrimitives.ReadInt64LittleEndian(marker);
        return value == long.MinValue ? long.MaxValue : value;
    }
}
