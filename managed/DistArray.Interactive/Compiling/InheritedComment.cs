using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace DistArray.Interactive.Compiling;

/// <summary>The comment of a name, with what its <c>inheritdoc</c> takes over.</summary>
internal static class InheritedComment
{
    private const int MostSteps = 8; // comments may name each other

    /// <summary>The parts of the comment: what is taken over, then its own; none where there is no comment.</summary>
    public static IEnumerable<XElement> Of(ISymbol symbol, Compilation compilation) => Of(symbol, compilation, MostSteps);

    private static XElement[] Of(ISymbol symbol, Compilation compilation, int steps)
    {
        XElement[] parts = Parse(symbol.OriginalDefinition.GetDocumentationCommentXml() ?? "");
        if (steps == 0 || Array.Find(parts, part => part.Name.LocalName == "inheritdoc") is not { } inherit) return parts;
        XElement[] own = [.. parts.Where(part => part != inherit)];
        ISymbol? source = (string?)inherit.Attribute("cref") is { } id ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) : Source(symbol.OriginalDefinition);
        return source is null ? own : [.. Of(source, compilation, steps - 1).Where(part => !Array.Exists(own, other => Key(other) == Key(part))), .. own];
    }

    private static XElement[] Parse(string xml)
    {
        if (xml.Length == 0) return [];
        try
        {
            return [.. XElement.Parse(xml).Elements()];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    // What is overridden or implemented.
    private static ISymbol? Source(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        INamedTypeSymbol { BaseType.SpecialType: SpecialType.None, BaseType: { } parent } => parent,
        INamedTypeSymbol type => type.Interfaces.FirstOrDefault(),
        { ContainingType: { } type } => type.AllInterfaces.SelectMany(face => face.GetMembers())
            .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol)),
        _ => null,
    };

    private static (string, string?, string?) Key(XElement part) => (part.Name.LocalName, (string?)part.Attribute("name"), (string?)part.Attribute("cref"));
}
