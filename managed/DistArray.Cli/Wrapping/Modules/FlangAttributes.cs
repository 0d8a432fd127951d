namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Reads attributes of flang's module files.</summary>
internal static class FlangAttributes
{
    private static readonly HashSet<string> s_known =
    [
        "abstract", "allocatable", "asynchronous", "bind", "contiguous", "deferred", "extends", "external", "intent", "intrinsic", "kind", "len", "non_overridable", "nopass",
        "optional", "parameter", "pass", "pointer", "private", "protected", "public", "save", "target", "value", "volatile",
    ];

    public static bool IsKnown(string word) => s_known.Contains(word);

    /// <summary>Attributes before <c>::</c>, each after a comma, without blanks.</summary>
    /// <exception cref="ModuleFileException">One is unknown.</exception>
    public static HashSet<string> Parse(FlangCursor statement)
    {
        var attributes = new HashSet<string>();
        while (statement.Accept(",")) attributes.Add(ParseOne(statement));
        return attributes;
    }

    /// <summary>A statement such as <c>private::name</c>.</summary>
    /// <exception cref="ModuleFileException">An attribute is unknown.</exception>
    public static void ParseStatement(FlangScope scope, FlangCursor statement)
    {
        HashSet<string> attributes = [ParseOne(statement), .. Parse(statement)];
        statement.Expect("::");
        foreach (FlangCursor part in statement.Parts())
        {
            bool isBlock = part.Accept("/");
            string name = FlangParser.GenericName(part);
            if (isBlock) part.Expect("/");
            part.End();
            foreach (string attribute in attributes)
                if (!isBlock) scope.Attribute(name, attribute);
        }
        statement.End();
    }

    private static string ParseOne(FlangCursor statement)
    {
        FlangToken word = statement.Take();
        if (word.Kind != FlangTokenKind.Name || !IsKnown(word.Text)) throw statement.Error($"an attribute {word} is not known");
        return statement.Enclosed() is { } inner ? $"{word.Text}({inner})" : word.Text;
    }
}
