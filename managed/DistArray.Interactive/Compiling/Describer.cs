using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DistArray.Interactive.Compiling;

/// <summary>Tells what a name of a line is.</summary>
internal static class Describer
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat;

    /// <summary>The declarations of the name at a position, or that ends there, and the first documentation among them; null where there is no such name.</summary>
    public static string? At(LineCompiler compiler, string text, int position)
    {
        var (compilation, tree) = compiler.Parse(text);
        SyntaxToken token = tree.GetRoot().FindToken(position);
        if (!token.IsKind(SyntaxKind.IdentifierToken) && position > 0) token = tree.GetRoot().FindToken(position - 1);
        if (token.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax generic } list && token == list.GreaterThanToken) token = generic.Identifier;
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is not { } name) return null;
        ISymbol[] symbols = [.. Symbols(compilation.GetSemanticModel(tree), name)];
        if (symbols.Length == 0) return null;
        var said = new StringBuilder();
        foreach (ISymbol symbol in symbols) said.Append(Declaration(symbol)).Append('\n');
        if (symbols.Select(symbol => DocumentationText.Of(symbol, compilation)).FirstOrDefault(text => text.Length > 0) is { } documentation) said.Append('\n').Append(documentation).Append('\n');
        return said.ToString().TrimEnd();
    }

    // What is called, first; then the others of its name, plain ones before generic ones.
    private static IEnumerable<ISymbol> Symbols(SemanticModel model, SyntaxNode name)
    {
        if (model.GetDeclaredSymbol(name) is { } declared) return [declared];
        SymbolInfo info = model.GetSymbolInfo(name);
        IEnumerable<ISymbol> called = info.Symbol is { } symbol ? [symbol] : [];
        return called.Concat(info.CandidateSymbols.Concat(model.GetMemberGroup(name)).OrderBy(other => (other as IMethodSymbol)?.Arity)).SelectMany(WithNamesake).Select(found => found.OriginalDefinition).Distinct(SymbolEqualityComparer.Default);
    }

    // A namespace may have a generic type of its own name, as DistArray has.
    private static IEnumerable<ISymbol> WithNamesake(ISymbol symbol) => symbol is INamespaceSymbol space ? [space, .. space.GetTypeMembers(space.Name)] : [symbol];

    private static string Declaration(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => $"{type.TypeKind.ToString().ToLowerInvariant()} {type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}",
        INamespaceSymbol => $"namespace {symbol.ToDisplayString()}",
        ILocalSymbol local => $"{local.Type.ToDisplayString(Format)} {local.Name}",
        IFieldSymbol { ContainingType.IsScriptClass: true } variable => $"{variable.Type.ToDisplayString(Format)} {variable.Name}",
        IMethodSymbol { ContainingType: { IsExtension: true, ExtensionParameter: { } receiver } extension } => symbol.ToDisplayString(Format)
            .Replace($"{extension.ToDisplayString(Format)}.", $"{receiver.Type.ToDisplayString(Format)}.", StringComparison.Ordinal),
        _ => symbol.ToDisplayString(Format),
    };
}
