namespace Turbulence;

/// <summary>Files that are either the old or the new one, whenever the program is killed.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file beside its place and renames it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string partial = path + ".partial";
        try
        {
            using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
