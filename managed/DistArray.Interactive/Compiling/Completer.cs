using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DistArray.Interactive.Compiling;

/// <summary>Finds how a line can go on.</summary>
internal static class Completer
{
    private static readonly string[] Keywords =
        ["await", "bool", "break", "class", "continue", "double", "else", "false", "float", "for", "foreach", "if", "int", "long", "new", "null", "record", "return", "string", "struct",
         "throw", "true", "try", "typeof", "using", "var", "void", "while"];

    /// <summary>The completions of the word before a position.</summary>
    public static Completions At(LineCompiler compiler, string text, int position)
    {
        int start = position;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_')) start--;
        string word = text[start..position];
        // A name in its place makes the text before it parse as it will in the end.
        const string name = "_";
        var (compilation, tree) = compiler.Parse(text[..start] + name);
        SyntaxToken token = tree.GetRoot().FindToken(start);
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.SpanStart != start || (word.Length > 0 && char.IsDigit(word[0]))) return new Completions(start, []);
        SemanticModel model = compilation.GetSemanticModel(tree);
        IEnumerable<ISymbol> symbols = Symbols(model, token, start, out bool isMember);
        var items = symbols.Where(symbol => IsShown(symbol) && symbol.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(symbol => new CompletionItem(symbol.Name, Kind(symbol), symbol.ToMinimalDisplayString(model, start)));
        if (!isMember) items = items.Concat(Keywords.Where(keyword => keyword.StartsWith(word, StringComparison.Ordinal)).Select(keyword => new CompletionItem(keyword, "keyword", keyword)));
        return new Completions(start, [.. items.DistinctBy(item => item.Name).OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    private static IEnumerable<ISymbol> Symbols(SemanticModel model, SyntaxToken token, int position, out bool isMember)
    {
        ExpressionSyntax? left = token.Parent?.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == token.Parent => access.Expression,
            QualifiedNameSyntax qualified when qualified.Right == token.Parent => qualified.Left,
            MemberBindingExpressionSyntax binding when binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } conditional => conditional.Expression,
            _ => null,
        };
        isMember = left is not null;
        if (left is null) return model.LookupSymbols(position);
        switch (model.GetSymbolInfo(left).Symbol)
        {
            case INamespaceSymbol space:
                return model.LookupNamespacesAndTypes(position, space);
            case INamedTypeSymbol type when model.GetTypeInfo(left).Type is null || SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(left).Type, type):
                return model.LookupStaticMembers(position, type);
        }
        ITypeSymbol? of = model.GetTypeInfo(left).Type;
        return of is null or IErrorTypeSymbol ? [] : model.LookupSymbols(position, of, includeReducedExtensionMethods: true).Where(symbol => !symbol.IsStatic || symbol.Kind == SymbolKind.Method);
    }

    private static bool IsShown(ISymbol symbol) =>
        symbol.CanBeReferencedByName && !symbol.Name.Contains('<', StringComparison.Ordinal)
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static string Kind(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.TypeKind.ToString().ToLowerInvariant(),
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };
}
