namespace DistArray.Cli.Wrapping;

/// <summary>Writes generated files: only where the text differs, so that nothing is built again for nothing.</summary>
internal static class OutputFile
{
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            if (File.Exists(path) && File.ReadAllText(path) == text) return;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            string beside = $"{path}.{Environment.ProcessId}.new";
            File.WriteAllText(beside, text);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"wrap: {path} cannot be written: {e.Message}");
        }
    }
}
