using System.Reflection;
using System.Text.RegularExpressions;

namespace Guides.Tests;

/// <summary>Finds the guides, and their blocks.</summary>
internal static partial class GuideReader
{
    /// <summary>The repository.</summary>
    public static string Repository { get; } = typeof(GuideReader).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Repository").Value!;

    /// <summary>Names of the guides with blocks of a kind.</summary>
    public static IEnumerable<string> Guides(Predicate<CodeBlock> has) =>
        Directory.EnumerateFiles(Folder, "*.md").Where(path => Read(path).Any(block => has(block))).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The blocks of a guide.</summary>
    public static IReadOnlyList<CodeBlock> Blocks(string guide) => Read(PathOf(guide));

    /// <summary>Where a guide lies.</summary>
    public static string PathOf(string guide) => Path.Combine(Folder, guide);

    private static string Folder => Path.Combine(Repository, "examples", "guides");

    // All fenced blocks, in order.
    private static IReadOnlyList<CodeBlock> Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        List<CodeBlock> blocks = [];
        string setup = "";
        for (int at = 0; at < lines.Length; at++)
        {
            if (lines[at].TrimStart() == "<!-- before")
            {
                int end = Find(lines, at + 1, line => line.TrimStart() == "-->");
                setup = string.Join('\n', lines[(at + 1)..end]);
                at = end;
            }
            else if (Fence().Match(lines[at]) is { Success: true } fence)
            {
                int end = Find(lines, at + 1, line => line.TrimStart() == "```");
                string code = string.Join('\n', lines[(at + 1)..end].Select(line => line.StartsWith(fence.Groups[1].Value, StringComparison.Ordinal) ? line[fence.Groups[1].Length..] : line));
                string[] words = fence.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (words is ["output"]) blocks[blocks.FindLastIndex(block => block.IsJob)] = blocks.FindLast(block => block.IsJob)! with { Output = code };
                else if (words.Length > 0) blocks.Add(new CodeBlock(at + 2, words, code, setup, Output: null));
                else if (blocks is [.., { Output: null } last] && Follows(lines, last, at)) blocks[^1] = last with { Output = code };
                setup = "";
                at = end;
            }
        }
        return blocks;
    }

    private static int Find(string[] lines, int from, Predicate<string> what)
    {
        int found = Array.FindIndex(lines, from, what);
        return found >= 0 ? found : throw new FormatException($"What begins on line {from} does not end.");
    }

    // Output stands right below its code; that of a job is named so, and may stand further down.
    private static bool Follows(string[] lines, CodeBlock block, int at) => at == block.Line + block.Code.Count(letter => letter == '\n') + 1;

    [GeneratedRegex(@"^(\s*)```(.*)$")]
    private static partial Regex Fence();
}
