using System.Reflection;
using System.Runtime.Loader;
using DistArray.Cli.Interactive;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DistArray.Interactive.Tests;

/// <summary>What the guide shows of the prompt is what the prompt shows.</summary>
internal sealed class GuideTests
{
    private static readonly string Guide = typeof(GuideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Guide").Value!;

    [Test]
    public void Sessions_OfTheGuide_AreReal()
    {
        string[] parts = File.ReadAllText(Guide).Split("```");
        string[] sessions = [.. parts.Where(part => part.StartsWith("console", StringComparison.Ordinal)).Select(part => part[(part.IndexOf('\n') + 1)..])];
        Assert.That(sessions, Has.Length.EqualTo(2));
        Engines engines = Session.Of(3);
        foreach (string session in sessions)
        {
            using StringWriter shown = new();
            using var input = new Transcript(session, shown);
            new Repl(engines, input, shown, shown).Run();
            Assert.That(shown.ToString(), Is.EqualTo(session));
        }
    }

    [Test]
    public void Program_OfTheGuide_PrintsWhatTheGuideSays()
    {
        string[] parts = File.ReadAllText(Guide).Split("```");
        int at = Array.FindIndex(parts, part => part.StartsWith("csharp", StringComparison.Ordinal));
        string code = parts[at][parts[at].IndexOf('\n')..];
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        SyntaxTree usings = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic;");
        var compilation = CSharpCompilation.Create("guide", [usings, CSharpSyntaxTree.ParseText(code)], references, new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        using var folder = new TemporaryFolder();
        // The engines load the program's lambdas from its file.
        string file = Path.Combine(folder.Path, "guide.dll");
        Assert.That(compilation.Emit(file).Diagnostics.Where(said => said.Severity == DiagnosticSeverity.Error), Is.Empty);
        TextWriter before = Console.Out;
        using StringWriter shown = new();
        Console.SetOut(shown);
        try
        {
            AssemblyLoadContext.Default.LoadFromAssemblyPath(file).EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }
        Assert.That(shown.ToString(), Is.EqualTo(parts[at + 2].TrimStart('\n')));
    }

    /// <summary>Types the lines of a session that was written down, and shows them as a terminal would.</summary>
    private sealed class Transcript(string session, TextWriter shown) : IReplInput
    {
        private readonly Queue<string> _lines = new(session.Split('\n'));

        public bool IsTerminal => false;

        public string? Read(string before)
        {
            string prompt = before.Length == 0 ? "> " : ". ";
            while (_lines.TryDequeue(out string? line))
            {
                if (line.StartsWith("$ ", StringComparison.Ordinal)) shown.WriteLine(line);
                if (!line.StartsWith(prompt, StringComparison.Ordinal)) continue;
                shown.WriteLine(line);
                return line[prompt.Length..];
            }
            return null;
        }

        public void Dispose()
        {
        }
    }
}
