using System.Text.RegularExpressions;

namespace DistArray.Cli.Interactive;

/// <summary>A line that asks what a name is: <c>Np.Sqrt?</c>, <c>DistArray&lt;double>?</c></summary>
internal static partial class Question
{
    /// <summary>The name, or null where the line asks for none.</summary>
    public static string? NameIn(string line) => Form().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^\s*([A-Za-z_][\w.]*(?:<[\w.,<>[\] ]+>[\w.]*)?)\?\s*$")]
    private static partial Regex Form();
}
