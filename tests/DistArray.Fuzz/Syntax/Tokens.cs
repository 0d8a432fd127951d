namespace DistArray.Fuzz.Syntax;

/// <summary>Cuts a line into names, numbers, quoted texts and operators.</summary>
internal sealed class Tokens
{
    private static readonly string[] s_operators =
        ["**=", "//=", "<<=", ">>=", "...", "**", "//", "<<", ">>", "<=", ">=", "==", "!=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="];

    private readonly List<string> _tokens = [];
    private int _at;

    public Tokens(string line)
    {
        for (int i = 0; i < line.Length;)
        {
            int length = char.IsWhiteSpace(line[i]) ? 0 : Length(line, i);
            if (length > 0) _tokens.Add(line.Substring(i, length));
            i += Math.Max(1, length);
        }
    }

    /// <summary>The next token; empty at the end.</summary>
    public string Next => _at < _tokens.Count ? _tokens[_at] : "";

    public string Take() => _at < _tokens.Count ? _tokens[_at++] : throw new FormatException("The line ends too early.");

    /// <summary>Takes a token if it is the next.</summary>
    public bool Skip(string token)
    {
        if (Next != token) return false;
        _at++;
        return true;
    }

    public void Expect(string token)
    {
        if (!Skip(token)) throw new FormatException($"There is '{Next}' where '{token}' was expected, after '{string.Join(" ", _tokens.Take(_at))}'.");
    }

    private static int Length(string line, int start)
    {
        if (line[start] is '"' or '\'') return line.IndexOf(line[start], start + 1) + 1 - start;
        if (char.IsDigit(line[start]) || (line[start] == '.' && start + 1 < line.Length && char.IsDigit(line[start + 1]))) return NumberLength(line, start);
        if (char.IsLetter(line[start]) || line[start] == '_')
        {
            int end = start;
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] == '_')) end++;
            return end - start;
        }
        return Array.Find(s_operators, one => string.CompareOrdinal(line, start, one, 0, one.Length) == 0)?.Length ?? 1;
    }

    private static int NumberLength(string line, int start)
    {
        int end = start;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] == '.' || (line[end] is '+' or '-' && line[end - 1] is 'e' or 'E'))) end++;
        return end - start;
    }
}
