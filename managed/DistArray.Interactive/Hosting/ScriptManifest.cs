namespace DistArray.Interactive.Hosting;

/// <summary>What the ranks have to know of a compiled script, which lies in a folder.</summary>
/// <param name="EntryType">Type of its entry point.</param>
/// <param name="EntryMethod">Its method.</param>
/// <param name="References">Assemblies that its directives name.</param>
internal sealed record ScriptManifest(string EntryType, string EntryMethod, IReadOnlyList<string> References)
{
    public const string File = "script.json";
    public const string Image = "script.dll";
    public const string Symbols = "script.pdb";
}
