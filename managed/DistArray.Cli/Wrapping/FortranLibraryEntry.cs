namespace DistArray.Cli.Wrapping;

/// <summary>Symbols that the companion exports, as <c>FortranLibrary.Entry</c> looks them up.</summary>
internal static class FortranLibraryEntry
{
    public static string Of(string module, string name) => $"daw_{module}_{name}";
}
