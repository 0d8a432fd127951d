namespace DistArray.Cli.Wrapping.Output;

/// <summary>C# literals.</summary>
internal static class CSharpText
{
    /// <summary>A text in quotes.</summary>
    public static string Literal(string text) => $"\"{string.Concat(text.Select(Escape))}\"";

    private static string Escape(char c) => c is '"' or '\\' ? $"\\{c}" : c < ' ' || c > '~' ? $"\\u{(int)c:x4}" : $"{c}";
}
