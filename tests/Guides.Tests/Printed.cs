using System.Text.RegularExpressions;

namespace Guides.Tests;

/// <summary>What was printed, beside what a guide shows of it.</summary>
internal static partial class Printed
{
    /// <summary>Text without spaces at the ends of lines, nor lines without text at its end.</summary>
    public static string Trimmed(string text) => string.Join('\n', text.TrimEnd().Split('\n').Select(line => line.TrimEnd()));

    /// <summary>The pattern of what a guide shows: … stands for anything in a line, alone for any lines.</summary>
    /// <param name="shown">The text of the guide.</param>
    /// <param name="varies">Whether numbers and paths may be others; compare with <see cref="Leveled"/> text then.</param>
    public static string Pattern(string shown, bool varies)
    {
        string text = varies ? Leveled(shown) : Trimmed(shown);
        return string.Join("", text.Split('\n').Select(line => line.Trim() == "…" ? @"(?:.*\n)*?" : Regex.Escape(line).Replace("…", ".*", StringComparison.Ordinal) + @"\n"));
    }

    /// <summary>Text whose numbers and absolute paths are all alike, and single spaces in place of columns.</summary>
    public static string Leveled(string text) => Trimmed(Spaces().Replace(Numbers().Replace(Paths().Replace(text, "/"), "0"), " ").Replace("0 s to 0 s", "0 s", StringComparison.Ordinal));

    [GeneratedRegex(@"(?<=\s)/\S+")]
    private static partial Regex Paths();

    // Checksums, versions, dates and times, seconds.
    [GeneratedRegex(@"\b(?:[0-9a-f]{16}|\d[\d.:+\-]*(?:deb\d+u\d+)?)(?![a-z])")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<=\S) {2,}")]
    private static partial Regex Spaces();
}
