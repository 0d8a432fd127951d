namespace DistArray.Cli.Wrapping.Output;

/// <summary>Breaks long Fortran lines.</summary>
internal static class FortranLine
{
    /// <summary>Characters of a line: those that Fortran allows, without an indentation.</summary>
    public const int Room = 130;

    private const int Longest = 120;

    /// <summary>The line in pieces of at most 132 characters, broken at blanks outside of quotes.</summary>
    public static IEnumerable<string> Break(string line)
    {
        int indent = line.Length - line.TrimStart().Length;
        bool isComment = line.AsSpan(indent).StartsWith("!");
        string margin = isComment ? new string(' ', indent) + "!   " : new string(' ', indent + 2);
        while (line.Length > Longest && LastBlank(line, margin.Length) is var at and > 0)
        {
            yield return line[..at] + (isComment ? "" : " &");
            line = margin + line[(at + 1)..];
        }
        yield return line;
    }

    private static int LastBlank(string line, int indent)
    {
        bool isQuoted = false;
        int found = 0;
        for (int at = indent; at < Longest; at++)
        {
            if (line[at] == '\'') isQuoted = !isQuoted;
            else if (line[at] == ' ' && !isQuoted) found = at;
        }
        return found;
    }
}
