using System.Security;
using System.Text.RegularExpressions;

namespace DistArray.BindingGen;

/// <summary>A C documentation comment, taken apart.</summary>
internal sealed partial class DocComment
{
    private readonly List<DocParameter> _parameters = [];

    public string Summary { get; private set; } = "";
    public string? Returns { get; private set; }
    public string? Collective { get; private set; }
    public IReadOnlyList<DocParameter> Parameters => _parameters;

    public DocParameter? Parameter(string name) => _parameters.Find(p => p.Name == name);

    /// <summary>Parses a comment with its marks (<c>/** … */</c>).</summary>
    public static DocComment Parse(string raw)
    {
        string text = Decoration().Replace(Opening().Replace(raw, ""), "");
        var result = new DocComment();
        string[] parts = Command().Split(text);
        result.Summary = Clean(parts[0]);
        for (int i = 1; i + 2 < parts.Length; i += 3)
            result.Add(parts[i], parts[i + 1], Clean(parts[i + 2]));
        return result;
    }

    /// <summary>The comment behind an enum value.</summary>
    public static DocComment Trailing(string source, string name)
    {
        Match match = Regex.Match(source, $@"\b{name}\b[^,/}}]*,?[ \t]*/\*\*<(.*?)\*/", RegexOptions.Singleline);
        return Parse(match.Success ? $"/**{match.Groups[1].Value}*/" : "");
    }

    /// <summary>Escapes for XML and turns <c>@p name</c> and <c>@c code</c> into tags.</summary>
    public static string ToXml(string text)
    {
        string escaped = SecurityElement.Escape(text).Replace("&apos;", "'").Replace("&quot;", "\"");
        escaped = ParameterMark().Replace(escaped, m => $"<paramref name=\"{Names.Camel(m.Groups[1].Value).TrimStart('@')}\"/>");
        return CodeMark().Replace(escaped, "<c>$1</c>");
    }

    private void Add(string command, string direction, string text)
    {
        switch (command)
        {
            case "param":
                string[] words = text.Split(' ', 2);
                _parameters.Add(new DocParameter(words[0], direction.Replace(" ", ""), words.Length > 1 ? words[1] : ""));
                break;
            case "return" or "returns": Returns = text; break;
            case "collective": Collective = text; break;
            case "brief": Summary = text; break;
        }
    }

    private static string Clean(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"^\s*/\*[*!]?<?|\*/\s*$")] private static partial Regex Opening();
    [GeneratedRegex(@"^[ \t]*\*[ \t]?", RegexOptions.Multiline)] private static partial Regex Decoration();
    [GeneratedRegex(@"(?<!\S)[@\\](param|returns?|collective|brief|file|note|see)(?:\[([\w, ]+)\]|())(?=\s|\z)")] private static partial Regex Command();
    [GeneratedRegex(@"[@\\]p (\w+)")] private static partial Regex ParameterMark();
    [GeneratedRegex(@"[@\\]c (\S*\w)")] private static partial Regex CodeMark();
    [GeneratedRegex(@"\s+")] private static partial Regex Space();
}
