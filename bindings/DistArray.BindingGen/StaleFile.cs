namespace DistArray.BindingGen;

/// <summary>A generated file that differs from what is checked in; no content means that it should not be there.</summary>
internal sealed record StaleFile(string FullPath, string RelativePath, string? Content)
{
    public string Reason => Content is null ? "superfluous" : File.Exists(FullPath) ? "changed" : "missing";

    public void Update()
    {
        if (Content is null)
        {
            File.Delete(FullPath);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(FullPath)!);
        File.WriteAllText(FullPath, Content);
    }
}
