using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Splits flang's module files into statements, which are lines, and those into tokens.</summary>
internal static partial class FlangLexer
{
    // Notes for the compiler itself: what a file was compiled against, and how arguments may be passed.
    private static readonly string[] s_notes = ["!need$", "!dir$"];

    /// <summary>The statements after the first line.</summary>
    /// <exception cref="ModuleFileException">Something is no token.</exception>
    public static IEnumerable<FlangCursor> Statements(string path, string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 1; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || s_notes.Any(note => line.StartsWith(note, StringComparison.OrdinalIgnoreCase))) continue;
            yield return new FlangCursor(path, i + 1, Tokens(path, i + 1, line).ToArray());
        }
    }

    private static IEnumerable<FlangToken> Tokens(string path, int number, string line)
    {
        for (int at = 0; at < line.Length;)
        {
            if (line[at] == ' ')
            {
                at++;
                continue;
            }
            Match match = Token().Match(line, at);
            if (!match.Success) throw new ModuleFileException(path, $"line {number}: '{line[at]}' was not expected after '{line[..at]}'.");
            at += match.Length;
            yield return TokenOf(match, path, number);
        }
    }

    private static FlangToken TokenOf(Match match, string path, int number)
    {
        int bytes = 0;
        if (match.Groups["kind"] is { Success: true } kind && !int.TryParse(kind.Value, NumberStyles.None, CultureInfo.InvariantCulture, out bytes))
            throw new ModuleFileException(path, $"line {number}: '{kind.Value}' is no kind.");
        if (match.Groups["text"] is { Success: true } text) return new FlangToken(FlangTokenKind.Text, Unescape(text.Value), bytes);
        if (match.Groups["real"] is { Success: true } real) return new FlangToken(FlangTokenKind.Real, real.Value, bytes);
        if (match.Groups["integer"] is { Success: true } integer) return new FlangToken(FlangTokenKind.Integer, integer.Value, bytes);
        if (match.Groups["logical"] is { Success: true } logical) return new FlangToken(FlangTokenKind.Logical, logical.Value == "true" ? "1" : "0", bytes);
        if (match.Groups["name"] is { Success: true } name) return new FlangToken(FlangTokenKind.Name, name.Value.ToLowerInvariant());
        return new FlangToken(FlangTokenKind.Symbol, match.Value.ToLowerInvariant());
    }

    // Quotes are doubled; what cannot be printed is written as in C, bytes outside of ASCII as three octal digits.
    private static string Unescape(string text)
    {
        var value = new StringBuilder();
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (c == '"' && at + 1 < text.Length) at++;
            else if (c == '\\' && at + 1 < text.Length)
            {
                c = text[++at];
                if (c is >= '0' and <= '7')
                {
                    int code = 0;
                    int end = Math.Min(text.Length, at + 3);
                    for (; at < end && text[at] is >= '0' and <= '7'; at++) code = (8 * code) + (text[at] - '0');
                    at--;
                    c = (char)code;
                }
                else c = c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 'v' => '\v', 'a' => '\a', _ => c };
            }
            value.Append(c);
        }
        return value.ToString();
    }

    [GeneratedRegex("""
        \G(?: (?:(?<kind>\d+)_)? "(?<text>(?:[^"\\]|""|\\.)*)"
        | (?<real>\d+ (?: \.(?![A-Za-z]+\.)\d* (?:[eEdD][+-]?\d+)? | [eEdD][+-]?\d+ )) (?:_(?<kind>\d+))?
        | (?<integer>\d+) (?:_(?<kind>\d+))?
        | \.(?<logical>true|false)\. (?:_(?<kind>\d+))?
        | (?<name>[A-Za-z_][A-Za-z_0-9$]*)
        | !\$omp | \.[a-z]+\. | \.\. | :: | => | \*\* | // | == | /= | <= | >= | [-+*/<>=(),:%\[\]] )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Token();
}
