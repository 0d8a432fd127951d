using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Opens files that other ranks, and programs that only look, have open too.</summary>
internal static class FileHandles
{
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    /// <summary>Opens a file that is there, for reading.</summary>
    public static SafeFileHandle ForReading(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, Shared);

    /// <summary>Opens a file for writing.</summary>
    public static SafeFileHandle ForWriting(string path, FileMode mode = FileMode.Open) => File.OpenHandle(path, mode, FileAccess.Write, Shared);

    /// <summary>Opens a file that is there, for both.</summary>
    public static SafeFileHandle ForUpdating(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, Shared);
}
