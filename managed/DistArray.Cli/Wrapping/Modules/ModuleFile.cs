using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Reads what a compiler wrote about a module.</summary>
internal static class ModuleFile
{
    private const int LargestText = 256 << 20;

    /// <summary>Reads a module file of gfortran or flang.</summary>
    /// <exception cref="ModuleFileException">It is none, is damaged, or of a version that is not known.</exception>
    /// <exception cref="UsageException">There is no such file.</exception>
    public static Module Read(string path)
    {
        byte[] bytes = ReadBytes(path);
        if (bytes is [0x1f, 0x8b, ..])
            return new GfortranModuleReader(path, Inflate(path, bytes)).Read();
        string start = Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, 64));
        if (start.StartsWith("GFORTRAN", StringComparison.Ordinal))
            throw new ModuleFileException(path, "this module file is of gfortran before 4.9, which is not read. Compile the core with gfortran 12 or later.");
        if (start.TrimStart('?').StartsWith("!mod$", StringComparison.Ordinal))      // after a byte order mark
            return new FlangModuleReader(path, Encoding.UTF8.GetString(bytes)).Read();
        throw new ModuleFileException(path, bytes.Length == 0 ? "the file is empty." :
            "this is not a module file of gfortran, which is a gzip of a text that begins with 'GFORTRAN module version', nor of flang, which begins with '!mod$'. Intel's, NVIDIA's and others' are not read: compile the core with gfortran or flang.");
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(path)) throw new UsageException($"{path}: this is a folder; name the .mod file in it.");
            if (e is FileNotFoundException or DirectoryNotFoundException) throw new UsageException($"{path}: there is no such file. Compile the core first: the compiler writes it.");
            throw new ModuleFileException(path, e.Message);
        }
    }

    private static string Inflate(string path, byte[] bytes)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var text = new MemoryStream();
            byte[] buffer = new byte[1 << 16];
            for (int count; (count = gzip.Read(buffer)) > 0;)
            {
                text.Write(buffer, 0, count);
                if (text.Length > LargestText) throw new ModuleFileException(path, $"the text of this module file is longer than {LargestText >> 20} MB.");
            }
            // The stream does not mind a file that is cut off; the length at its end does.
            if (bytes.Length < 18 || BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4)) != text.Length) throw new InvalidDataException();
            return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
        }
        catch (InvalidDataException)
        {
            throw new ModuleFileException(path, "the file is damaged: it does not decompress. Compile the core again.");
        }
    }
}
