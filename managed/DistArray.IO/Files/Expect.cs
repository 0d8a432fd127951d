namespace DistArray.IO;

/// <summary>Checks of paths and ranks with texts that say what is in the way.</summary>
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

    /// <summary>Returns where an array is distributed over the ranks of a file.</summary>
    /// <param name="distribution">The array's.</param>
    /// <param name="communicator">The ranks of the file.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">They are others.</exception>
    public static void SameRanks(Distribution distribution, ICommunicator communicator, string path)
    {
        ICommunicator ranks = distribution.Communicator;
        if (!ranks.IsCongruentTo(communicator))
            throw new ArgumentException($"The array is distributed over {ranks.Size} ranks (this one is rank {ranks.Rank}), and {path} is open on {communicator.Size} "
                + $"(this one is rank {communicator.Rank}), which are others or have another order. Open the file on the array's communicator, or redistribute the array.");
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
