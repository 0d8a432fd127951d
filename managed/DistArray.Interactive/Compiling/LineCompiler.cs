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
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Numerics",
        "DistArray", "DistArray.Fortran", "DistArray.IO", "DistArray.Mpi", "DistArray.Trilinos",
    ];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);
    private static int s_count;

    private readonly LineReferences _references;
    private readonly CSharpCompilationOptions _options;
    private CSharpCompilation? _previous;

    public LineCompiler(IEnumerable<Assembly> references, IEnumerable<string> imports)
    {
        _references = new LineReferences(references);
        _options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: [.. Imports, .. imports], optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true, metadataReferenceResolver: _references, sourceReferenceResolver: new SourceFileResolver([], Environment.CurrentDirectory),
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default, nullableContextOptions: NullableContextOptions.Enable);
    }

    /// <summary>Whether a text can be run, right or wrong, or goes on in a further line.</summary>
    public static bool IsComplete(string text) => SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(text, Parsing));

    /// <summary>Compiles a line.</summary>
    /// <param name="text">The source.</param>
    /// <param name="result">Type of its value.</param>
    /// <param name="path">The file that it comes from, or an empty text.</param>
    /// <exception cref="CompilationFailedException">It has errors.</exception>
    public CompiledLine Compile(string text, Type result, string path = "")
    {
        SyntaxTree source = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, path);
        string name = $"line{Interlocked.Increment(ref s_count)}";
        SyntaxTree tree = InterruptionRewriter.Rewrite(source);
        CSharpCompilation compilation = Compilation(name, tree, result);
        using MemoryStream image = new(), symbols = new();
        EmitResult emitted = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!emitted.Success && IsEmpty(compilation)) return new CompiledLine([], [], "", "", false, [], compilation);
        if (!emitted.Success) throw new CompilationFailedException(DiagnosticText.Of(Compilation(name, source, result).GetDiagnostics(), emitted.Diagnostics));
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
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing);
        return (Compilation("question", tree, typeof(object)), tree);
    }

    // Directives and comments alone make no code; the next lines see them all the same.
    private static bool IsEmpty(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.All(tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count == 0) && !compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    // An expression without a semicolon that is not void, or a return.
    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree)
    {
        var unit = (CompilationUnitSyntax)tree.GetRoot();
        return (unit.Members.LastOrDefault() as GlobalStatementSyntax)?.Statement switch
        {
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last => compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType != SpecialType.System_Void,
            ReturnStatementSyntax { Expression: not null } => true,
            _ => false,
        };
    }

    private CSharpCompilation Compilation(string name, SyntaxTree tree, Type result) =>
        CSharpCompilation.CreateScriptCompilation(name, tree, _references.All, _options.WithScriptClassName("Submission#0"), _previous, result, typeof(EngineScope));
}
