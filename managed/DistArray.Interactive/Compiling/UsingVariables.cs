using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DistArray.Interactive.Compiling;

/// <summary>Makes variables of <c>using var x = …;</c> outside of blocks, which the compiler takes for a directive in scripts.</summary>
internal static class UsingVariables
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <summary>The text with blanks for such a <c>using</c>: everything stays in its place.</summary>
    public static string Declare(string text)
    {
        char[] declared = text.ToCharArray();
        foreach (LocalDeclarationStatementSyntax variable in In(text)) declared.AsSpan(variable.UsingKeyword.SpanStart, variable.UsingKeyword.Span.Length).Fill(' ');
        return new string(declared);
    }

    /// <summary>The text where the scope, too, is told of the variables, on their own lines.</summary>
    public static string DeclareOwned(string text)
    {
        var owned = new StringBuilder(Declare(text));
        foreach (LocalDeclarationStatementSyntax variable in In(text).Where(variable => !variable.SemicolonToken.IsMissing).Reverse())
            owned.Insert(variable.Span.End, string.Concat(variable.Declaration.Variables.Select(one => $" {nameof(EngineScope.DisposeAtEnd)}({one.Identifier.Text});")));
        return owned.ToString();
    }

    // In a program, other than in a script, it may stand outside of blocks.
    private static IEnumerable<LocalDeclarationStatementSyntax> In(string text) => !text.Contains("using", StringComparison.Ordinal) ? []
        : CSharpSyntaxTree.ParseText(text, Parsing).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement)
            .OfType<LocalDeclarationStatementSyntax>().Where(variable => variable.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) && variable.AwaitKeyword.IsKind(SyntaxKind.None));
}
