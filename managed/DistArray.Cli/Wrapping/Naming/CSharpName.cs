using System.Text;

namespace DistArray.Cli.Wrapping.Naming;

/// <summary>C# names of Fortran names: <c>mean_energy</c> is <c>MeanEnergy</c>.</summary>
internal static class CSharpName
{
    private static readonly HashSet<string> s_keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    /// <summary>Of a member or type.</summary>
    public static string Pascal(string fortran)
    {
        var name = new StringBuilder();
        bool isStart = true;
        foreach (char c in fortran)
        {
            if (c == '_') isStart = true;
            else
            {
                name.Append(isStart ? char.ToUpperInvariant(c) : c);
                isStart = false;
            }
        }
        if (name.Length == 0 || char.IsDigit(name[0])) name.Insert(0, '_');
        return name.ToString();
    }

    /// <summary>Of a parameter.</summary>
    public static string Camel(string fortran)
    {
        string name = Pascal(fortran);
        name = char.ToLowerInvariant(name[0]) + name[1..];
        return s_keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>Of a local variable that belongs to a parameter.</summary>
    public static string Local(string parameter, string suffix) => $"daw_{parameter.TrimStart('@')}{suffix}";
}
