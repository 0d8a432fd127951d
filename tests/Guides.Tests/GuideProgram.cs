using System.Reflection;
using System.Runtime.Loader;
using DistArray.Mpi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Guides.Tests;

/// <summary>Blocks of a guide that run as one: a whole program, or statements with those that continue them.</summary>
internal sealed class GuideProgram
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Numerics;
        using DistArray; using DistArray.Fortran; using DistArray.IO; using DistArray.Mpi; using DistArray.Testing; using DistArray.Trilinos;
        using NUnit.Framework; using Pencils.Core;
        using Range = System.Range; using Index = System.Index;

        """;

    public static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(':').Where(path => path.EndsWith(".dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    private readonly Assembly? _assembly;

    private GuideProgram(string guide, IReadOnlyList<CodeBlock> blocks)
    {
        Line = blocks[0].Line;
        Output = string.Join('\n', blocks.Select(block => block.Output).OfType<string>());
        bool isRun = !blocks.Any(block => block.IsNotRun);
        _assembly = Compile(guide, blocks, isRun);
    }

    /// <summary>Line of its first block.</summary>
    public int Line { get; }

    /// <summary>What it prints on rank 0, as the guide says; empty where the guide says nothing.</summary>
    public string Output { get; }

    /// <summary>The programs of a guide, compiled.</summary>
    /// <param name="guide">Its name.</param>
    /// <param name="isTaken">Chooses among its blocks.</param>
    /// <exception cref="FormatException">A block does not compile.</exception>
    public static IReadOnlyList<GuideProgram> Of(string guide, Predicate<CodeBlock> isTaken)
    {
        List<List<CodeBlock>> groups = [];
        foreach (CodeBlock block in GuideReader.Blocks(guide).Where(block => block.IsCSharp && !block.IsJob && isTaken(block)))
            if (block.Continues) groups[^1].Add(block);
            else groups.Add([block]);
        return [.. groups.Select(group => new GuideProgram(GuideReader.PathOf(guide), group))];
    }

    /// <summary>Runs it on this rank; nothing where it is only compiled. <b>Collective.</b></summary>
    /// <returns>What it printed.</returns>
    public string Run(Communicator world)
    {
        TextWriter before = Console.Out;
        StringWriter written = new();
        Console.SetOut(written);
        try
        {
            object? status = _assembly?.EntryPoint is { } main ? main.Invoke(null, [Array.Empty<string>()])
                : _assembly?.GetType("Block")?.GetMethod("Run")?.Invoke(null, [world]);
            Assert.That(status ?? 0, Is.Zero, "exit status");
        }
        catch (TargetInvocationException thrown)
        {
            throw new InvalidOperationException($"The block at line {Line} failed: {thrown.InnerException}", thrown.InnerException);
        }
        finally
        {
            Console.SetOut(before);
        }
        return written.ToString();
    }

    private static Assembly? Compile(string guide, IReadOnlyList<CodeBlock> blocks, bool isRun)
    {
        CSharpParseOptions options = new(LanguageVersion.Latest);
        string code = string.Concat(blocks.Select(block => $"{block.Setup}\n#line {block.Line} \"{guide}\"\n{block.Code}\n#line default\n"));
        SyntaxTree alone = CSharpSyntaxTree.ParseText(code, options);
        bool isProgram = IsProgram((CompilationUnitSyntax)alone.GetRoot());
        bool isFile = isProgram || IsFileOfTypes((CompilationUnitSyntax)alone.GetRoot());
        string body = isFile ? code : Wrapped((CompilationUnitSyntax)alone.GetRoot());
        SyntaxTree implicitUsings = CSharpSyntaxTree.ParseText(isFile ? Usings.Replace("using ", "global using ", StringComparison.Ordinal) : "", options);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(isFile ? body : Usings + body, options);
        string name = $"{Path.GetFileNameWithoutExtension(guide)}-{blocks[0].Line}";
        var compilation = CSharpCompilation.Create(name, [implicitUsings, tree], References, new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable,
            optimizationLevel: OptimizationLevel.Release));
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new FormatException(string.Join('\n', result.Diagnostics.Where(said => said.Severity == DiagnosticSeverity.Error)));
        if (!isRun) return null;
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    // Statements become a method, methods with attributes (tests) members of its class; types stand beside it.
    private static string Wrapped(CompilationUnitSyntax unit)
    {
        bool isTest = unit.DescendantNodes().OfType<AttributeListSyntax>().Any(list => list.Parent is LocalFunctionStatementSyntax or MethodDeclarationSyntax);
        string types = string.Concat(unit.Members.OfType<BaseTypeDeclarationSyntax>().Select(type => type.ToFullString()));
        string rest = string.Concat(unit.Members.Where(member => member is not BaseTypeDeclarationSyntax).Select(member => member.ToFullString())) + unit.EndOfFileToken.ToFullString();
        return isTest ? $"public class Block\n{{\n{rest}\n}}\n{types}" : $"public static class Block\n{{\npublic static void Run(Communicator world)\n{{\n{rest}\n}}\n}}\n{types}";
    }

    // A file with its own usings that declares types alone, such as tests.
    private static bool IsFileOfTypes(CompilationUnitSyntax unit) =>
        unit.Usings.Count > 0 && unit.Members.All(member => member is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax);

    // Statements that start MPI themselves, or a file with its own usings and statements.
    private static bool IsProgram(CompilationUnitSyntax unit) =>
        (unit.Usings.Count > 0 && !IsFileOfTypes(unit)) || unit.Members.OfType<GlobalStatementSyntax>().Any(statement => statement.ToString().Contains("MpiEnvironment.Run(", StringComparison.Ordinal));
}
