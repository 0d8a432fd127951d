using System.Text;

namespace DistArray.IO;

/// <summary>Cuts lines of a table into cells.</summary>
internal static class TableCells
{
    /// <summary>The cells of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="separator">What separates them; null for blanks and tabs.</param>
    /// <param name="start">First character to look at.</param>
    /// <exception cref="FormatException">A quote is not closed, or something follows it; the text begins with the position.</exception>
    public static List<TableCell> Split(string line, char? separator, int start = 0)
    {
        var cells = new List<TableCell>();
        int at = start;
        while (true)
        {
            at = SkipBlanks(line, at, separator);
            if (at == line.Length && (separator is null || cells.Count == 0))
                return cells;
            int first = at;
            if (at < line.Length && line[at] == '"')
            {
                cells.Add(new TableCell(Quoted(line, ref at), first + 1, true));
                at = SkipBlanks(line, at, separator);
                if (separator is { } mark && at < line.Length && line[at] != mark)
                    throw new FormatException($"column {at + 1}: '{line[at]}' follows a closing quote, where '{mark}' must stand");
            }
            else
            {
                at = End(line, at, separator);
                cells.Add(new TableCell(line[first..at].Trim(), first + 1, false));
            }
            if (separator is null)
                continue;
            if (at == line.Length)
                return cells;
            at++;
            if (at == line.Length)
            {
                cells.Add(new TableCell("", at + 1, false));
                return cells;
            }
        }
    }

    /// <summary>Text as a cell, in quotes where it needs them.</summary>
    public static string Quote(string text, char? separator, char comment)
    {
        bool isPlain = text.Length > 0 && text[0] != comment && text.AsSpan().Trim().Length == text.Length && !text.Contains('"')
            && (separator is { } mark ? !text.Contains(mark) : !text.Any(char.IsWhiteSpace));
        return isPlain ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }

    private static int SkipBlanks(string line, int at, char? separator)
    {
        while (at < line.Length && char.IsWhiteSpace(line[at]) && line[at] != separator)
            at++;
        return at;
    }

    private static int End(string line, int at, char? separator)
    {
        char? close = separator is null && line[at] == '[' ? ']' : null;
        while (at < line.Length)
        {
            if (line[at] == close)
                return at + 1;
            if (close is null && (separator is { } mark ? line[at] == mark : char.IsWhiteSpace(line[at])))
                return at;
            at++;
        }
        return at;
    }

    private static string Quoted(string line, ref int at)
    {
        int first = at++;
        var text = new StringBuilder();
        while (at < line.Length)
        {
            if (line[at] != '"')
                text.Append(line[at++]);
            else if (at + 1 < line.Length && line[at + 1] == '"')
            {
                text.Append('"');
                at += 2;
            }
            else
            {
                at++;
                return text.ToString();
            }
        }
        throw new FormatException($"column {first + 1}: a quote is not closed");
    }
}
