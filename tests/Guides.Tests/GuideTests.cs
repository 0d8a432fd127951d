using System.Reflection;
using DistArray;
using DistArray.Mpi;
using DistArray.Testing;

namespace Guides.Tests;

/// <summary>What the guides show compiles, runs, and prints what they say.</summary>
public class GuideTests
{
    private static readonly string Folder = typeof(GuideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Guides").Value!;

    private static IEnumerable<string> Guides() =>
        Directory.EnumerateFiles(Folder, "*.md").Where(path => GuideReader.Read(path).Any(block => block.IsCSharp)).Select(path => Path.GetFileName(path)).Order();

    [MpiTest(2, Timeout = 240)]
    [MpiTestCaseSource(nameof(Guides))]
    public void Blocks_RunAndPrintWhatTheGuideSays(Communicator world, string guide)
    {
        // Blocks write files and read those of the blocks before them.
        string folder = world.Broadcast(world.Rank == 0 ? Directory.CreateTempSubdirectory("distarray-guides-").FullName : null, root: 0)!;
        string before = Environment.CurrentDirectory;
        List<(GuideProgram Program, string Printed)> seen = [];
        Environment.CurrentDirectory = folder;
        try
        {
            foreach (GuideProgram program in GuideProgram.Of(Path.Combine(Folder, guide)))
            {
                string printed = program.Run(world);
                if (world.Rank == 0 && program.Output.Length > 0) seen.Add((program, printed));
            }
            world.Barrier();
            foreach (var (program, printed) in seen) Assert.That(Trimmed(printed), Is.EqualTo(Trimmed(program.Output)), $"{guide}, line {program.Line}");
        }
        finally
        {
            Environment.CurrentDirectory = before; // the folder of a rank that still runs may go
            if (world.Rank == 0) Directory.Delete(folder, recursive: true);
        }
    }

    private static string Trimmed(string text) => string.Join('\n', text.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
}
