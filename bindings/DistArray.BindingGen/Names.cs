namespace DistArray.BindingGen;

/// <summary>C names to C# names.</summary>
internal static class Names
{
    private static readonly HashSet<string> Keywords =
        ["in", "out", "ref", "object", "string", "params", "lock", "base", "event", "fixed", "operator", "is", "as", "class", "default", "delegate", "namespace", "new", "checked", "internal"];

    /// <summary>snake_case or UPPER_CASE to PascalCase.</summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + (w == w.ToUpperInvariant() ? w[1..].ToLowerInvariant() : w[1..])));

    /// <summary>snake_case to camelCase, keywords escaped.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        return Escape(char.ToLowerInvariant(pascal[0]) + pascal[1..]);
    }

    public static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>Longest prefix of whole words (each ended by '_') that all names share and that leaves each an identifier.</summary>
    public static string CommonPrefix(IReadOnlyList<string> names)
    {
        string prefix = "";
        for (int i = names[0].IndexOf('_'); i >= 0; i = names[0].IndexOf('_', i + 1))
        {
            string candidate = names[0][..(i + 1)];
            if (!names.All(n => n.StartsWith(candidate, StringComparison.Ordinal) && n.Length > candidate.Length && char.IsLetter(n[candidate.Length])))
                break;
            prefix = candidate;
        }
        return prefix;
    }
}
