namespace DistArray.IO;

/// <summary>Checks of paths with texts that say what is in the way.</summary>
internal static class Expect
{
    /// <summary>Returns where a file can be read.</summary>
    /// <param name="path">Full path.</param>
    public static void ReadableFile(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder, and a file is needed.");
        if (File.Exists(path))
            return;
        Folder(path);
        throw new FileNotFoundException($"There is no file {path}.", path);
    }

    /// <summary>Returns where a file may get this name.</summary>
    /// <param name="path">Full path.</param>
    public static void WritableTarget(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder, so no file can be written there. Choose another name.");
        Folder(path);
    }

    private static void Folder(string path)
    {
        string folder = Path.GetDirectoryName(path) ?? path;
        if (File.Exists(folder))
            throw new DirectoryNotFoundException($"{path}: {folder} is a file and no folder.");
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{path}: there is no folder {folder}. Make it first.");
    }
}
