using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace DistArray.Interactive.Compiling;

/// <summary>The documentation of a name as plain text.</summary>
internal static partial class DocumentationText
{
    /// <summary>Summary, parameters, result, errors and remarks, each a paragraph or a line; empty where there is none.</summary>
    public static string Of(ISymbol symbol, Compilation compilation)
    {
        var text = new StringBuilder();
        foreach (XElement part in InheritedComment.Of(symbol, compilation))
        {
            string said = Words(part);
            string line = part.Name.LocalName switch
            {
                "summary" => $"{said}\n",
                "param" or "typeparam" => $"{(string?)part.Attribute("name")}: {said}",
                "returns" => $"Returns: {said}",
                "exception" => $"Throws {Reference((string?)part.Attribute("cref"))}: {said}",
                "remarks" => $"\n{said}",
                _ => "",
            };
            if (said.Length > 0 && line.Length > 0) text.Append(line).Append('\n');
        }
        return text.Replace("\n\n\n", "\n\n").ToString().Trim();
    }

    // Paragraphs are lines of their own.
    private static string Words(XElement element) => Breaks().Replace(Spaces().Replace(string.Concat(element.Nodes().Select(Word)), " "), "\n").Trim();

    private static string Word(XNode node) => node switch
    {
        XText text => text.Value.ReplaceLineEndings(" "),
        XElement { Name.LocalName: "para" } paragraph => $"\n{Words(paragraph)}\n",
        XElement element when element.Attribute("cref") is { } reference && element.IsEmpty => Reference(reference.Value),
        XElement element when (element.Attribute("name") ?? element.Attribute("langword")) is { } name => name.Value,
        XElement element => Words(element),
        _ => "",
    };

    // T:DistArray.DistArray`1, or M:DistArray.Np.Sqrt``1(...): the last names, without what they take.
    private static string Reference(string? id)
    {
        if (id is null) return "";
        string path = id[(id.IndexOf(':') + 1)..].Split('(')[0];
        string[] names = Arity().Replace(path, "").Split('.');
        return id[0] == 'T' || names.Length == 1 ? names[^1] : $"{names[^2]}.{names[^1]}";
    }

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Breaks();

    [GeneratedRegex(@"`+\d+")]
    private static partial Regex Arity();
}
