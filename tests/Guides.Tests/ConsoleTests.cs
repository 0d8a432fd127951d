namespace Guides.Tests;

/// <summary>Commands that the guides show run, and print what they say.</summary>
internal sealed class ConsoleTests
{
    private static IEnumerable<string> Guides() => GuideReader.Guides(block => IsSession(block) || IsScript(block));

    [TestCaseSource(nameof(Guides))]
    public void Commands_PrintWhatTheGuideSays(string guide)
    {
        string folder = Directory.CreateTempSubdirectory("distarray-console-").FullName;
        try
        {
            foreach (CodeBlock script in GuideReader.Blocks(guide).Where(IsScript)) ConsoleSession.AssertSyntax(script.Code);
            foreach (CodeBlock block in GuideReader.Blocks(guide).Where(IsSession))
            {
                var session = ConsoleSession.Of(block);
                foreach ((string command, _) in session.Commands) ConsoleSession.AssertSyntax(command);
                if (!block.IsNotRun) session.Run(folder);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // What begins with the prompt of `distarray repl` is run by the tests of that.
    private static bool IsSession(CodeBlock block) => block.Words[0] == "console" && block.Code.StartsWith("$ ", StringComparison.Ordinal);

    private static bool IsScript(CodeBlock block) => block.Words[0] == "bash";
}
