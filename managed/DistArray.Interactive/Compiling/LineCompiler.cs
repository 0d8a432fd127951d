using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace DistArray.Interactive.Compiling;

/// <summary>Compiles lines, once for all ranks, each after those before it.</summary>
internal sealed class LineCompiler
{
    private static readonly string[] Imports =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Numerics", "System.Threading", "System.Threading.Tasks",
        "DistArray", "DistArray.Fortran", "DistArray.IO", "DistArray.Mpi", "DistArray.Trilinos",
    ];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);
    private const string UnfinishedText = "CS1010"; // a text that has to end on its line, which no further line can mend
    private static int s_count;

    private readonly LineReferences _references;
    private readonly CSharpCompilationOptions _options;
    private CSharpCompilation? _previous;

    public LineCompiler(IEnumerable<Assembly> references, IEnumerable<string> imports)
    {
        _references = new LineReferences(references);
        _options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: [.. Imports, .. imports], optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true, metadataReferenceResolver: _references, sourceReferenceResolver: new LoadedFiles(),
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default, nullableContextOptions: NullableContextOptions.Enable);
    }

    /// <summary>Whether a text can be run, right or wrong, or goes on in a further line.</summary>
    public static bool IsComplete(string text)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(UsingVariables.Declare(text), Parsing);
        return SyntaxFactory.IsCompleteSubmission(tree) || tree.GetDiagnostics().Any(said => said.Id == UnfinishedText);
    }

    /// <summary>Compiles a line.</summary>
    /// <param name="text">The source.</param>
    /// <param name="result">Type of its value.</param>
    /// <param name="path">The file that it comes from, or an empty text.</param>
    /// <exception cref="CompilationFailedException">It has errors.</exception>
    public CompiledLine Compile(string text, Type result, string path = "")
    {
        string name = $"line{Interlocked.Increment(ref s_count)}";
        SyntaxTree source = Tree(UsingVariables.Declare(text), path), made = Tree(UsingVariables.DeclareOwned(text), path);
        CSharpCompilation written = Compilation(name, source, result);
        if (IsSpan(Value(source) is { } value ? written.GetSemanticModel(source).GetTypeInfo(value).Type : null))
        {
            (source, made) = (WithArray(source), WithArray(made));
            written = Compilation(name, source, result);
        }
        SyntaxTree tree = InterruptionRewriter.Rewrite(made);
        CSharpCompilation compilation = written.ReplaceSyntaxTree(source, tree);
        using MemoryStream image = new(), symbols = new();
        EmitResult emitted = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!emitted.Success && IsEmpty(compilation)) return new CompiledLine([], [], "", "", false, [], compilation);
        if (!emitted.Success) throw new CompilationFailedException(DiagnosticText.Of(written.GetDiagnostics(), emitted.Diagnostics));
        IMethodSymbol entry = compilation.GetEntryPoint(CancellationToken.None)!;
        return new CompiledLine(image.ToArray(), symbols.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName, HasValue(compilation, tree),
            [.. compilation.DirectiveReferences.OfType<PortableExecutableReference>().Select(reference => reference.FilePath!)], compilation);
    }

    /// <summary>What the next lines see is what this line and those before it have defined.</summary>
    public void Accept(CompiledLine line) => _previous = line.Compilation;

    /// <summary>Forgets all lines.</summary>
    public void Reset() => _previous = null;

    /// <summary>The variables of the lines so far; of several with one name the last.</summary>
    public IReadOnlyList<Variable> Variables
    {
        get
        {
            List<Variable> variables = [];
            for (CSharpCompilation? line = _previous; line is not null; line = line.ScriptCompilationInfo!.PreviousScriptCompilation)
                variables.InsertRange(0, line.ScriptClass!.GetMembers().OfType<IFieldSymbol>().Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared)
                    .Select(member => new Variable(member.Name, member.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)))
                    .Where(variable => !variables.Any(later => later.Name == variable.Name)));
            return variables;
        }
    }

    /// <summary>A text after the lines so far, to be asked about.</summary>
    public (CSharpCompilation Compilation, SyntaxTree Tree) Parse(string text)
    {
        SyntaxTree tree = Tree(UsingVariables.Declare(text), "");
        return (Compilation("question", tree, typeof(object)), tree);
    }

    // Directives and comments alone make no code; the next lines see them all the same.
    private static bool IsEmpty(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.All(tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count == 0) && !compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // An expression without a semicolon that is not void, or a return.
    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree) => Value(tree) is { } value
        ? compilation.GetSemanticModel(tree).GetTypeInfo(value).Type?.SpecialType != SpecialType.System_Void
        : LastStatement(tree) is ReturnStatementSyntax { Expression: not null };

    private static StatementSyntax? LastStatement(SyntaxTree tree) => (((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() as GlobalStatementSyntax)?.Statement;

    private static ExpressionSyntax? Value(SyntaxTree tree) => LastStatement(tree) is ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last ? last.Expression : null;

    private static bool IsSpan(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", IsRefLikeType: true, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    // A span cannot leave the line; its elements can.
    private static SyntaxTree WithArray(SyntaxTree tree)
    {
        ExpressionSyntax value = Value(tree)!;
        ExpressionSyntax array = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression,
            SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia()), SyntaxFactory.IdentifierName("ToArray")));
        return tree.WithRootAndOptions(tree.GetRoot().ReplaceNode(value, array.WithTriviaFrom(value)), tree.Options);
    }

    private static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, path);

    private CSharpCompilation Compilation(string name, SyntaxTree tree, Type result) =>
        CSharpCompilation.CreateScriptCompilation(name, tree, _references.All, _options.WithScriptClassName("Submission#0"), _previous, result, typeof(EngineScope));
}
