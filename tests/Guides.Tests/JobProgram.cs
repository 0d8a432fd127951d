using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Guides.Tests;

/// <summary>A program of a guide as a file, built as a reader builds it at first: for debugging, and with places of its lines.</summary>
internal static class JobProgram
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        """;

    /// <exception cref="FormatException">It does not compile.</exception>
    public static void Compile(string code, string file)
    {
        CSharpParseOptions options = new(LanguageVersion.Latest);
        SyntaxTree program = CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), options, "/Program.cs"), usings = CSharpSyntaxTree.ParseText(SourceText.From(ImplicitUsings, Encoding.UTF8), options);
        var compilation = CSharpCompilation.Create(Path.GetFileNameWithoutExtension(file), [usings, program], GuideProgram.References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using FileStream image = File.Create(file), symbols = File.Create(Path.ChangeExtension(file, ".pdb"));
        EmitResult result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!result.Success) throw new FormatException(string.Join('\n', result.Diagnostics.Where(said => said.Severity == DiagnosticSeverity.Error)));
    }
}
