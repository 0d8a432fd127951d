namespace DistArray.Cli.Files;

/// <summary>A file, and the name of an array in it: "run.h5:/fields/u".</summary>
/// <param name="Path">The file.</param>
/// <param name="Array">The name, or null.</param>
internal readonly record struct FileName(string Path, string? Array)
{
    /// <summary>Takes a text apart; a colon that belongs to the name of a file that is there stays.</summary>
    public static FileName Parse(string text)
    {
        int at = text.LastIndexOf(':');
        return at <= 0 || at == text.Length - 1 || File.Exists(text) || Directory.Exists(text) ? new FileName(text, null) : new FileName(text[..at], text[(at + 1)..]);
    }
}
