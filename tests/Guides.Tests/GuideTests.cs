using DistArray;
using DistArray.Mpi;
using DistArray.Testing;

namespace Guides.Tests;

/// <summary>What the guides show compiles, runs, and prints what they say.</summary>
public class GuideTests
{
    private static IEnumerable<string> Guides() => GuideReader.Guides(block => block.IsCSharp);

    [MpiTest(2, Timeout = 240)]
    [MpiTestCaseSource(nameof(Guides))]
    public void Blocks_RunAndPrintWhatTheGuideSays(Communicator world, string guide) => Run(world, guide, _ => true);

    // Its other blocks are parts of what the examples have whole.
    [MpiTest(2, Timeout = 240)]
    public void Program_OfTheReadme_PrintsWhatItSays(Communicator world) => Run(world, "../../README.md", block => block.Output is not null);

    private static void Run(Communicator world, string guide, Predicate<CodeBlock> isTaken)
    {
        // Blocks write files and read those of the blocks before them.
        string folder = world.Broadcast(world.Rank == 0 ? Directory.CreateTempSubdirectory("distarray-guides-").FullName : null, root: 0)!;
        string before = Environment.CurrentDirectory;
        List<(GuideProgram Program, string Printed)> seen = [];
        Environment.CurrentDirectory = folder;
        try
        {
            // What a rank could not do here, it says in the check of all.
            Exception? problem = null;
            try
            {
                if (world.Rank == 0)
                    foreach (CodeBlock block in GuideReader.Blocks(guide).Where(block => block.Words[0] == "fortran")) Companion.Build(block, folder);
            }
            catch (Exception e)
            {
                problem = e;
            }
            world.ThrowIfAny(problem);
            foreach (GuideProgram program in GuideProgram.Of(guide, isTaken))
            {
                string printed = program.Run(world);
                if (world.Rank == 0 && program.Output.Length > 0) seen.Add((program, printed));
            }
            world.Barrier();
            foreach (var (program, printed) in seen) Assert.That(Printed.Trimmed(printed), Is.EqualTo(Printed.Trimmed(program.Output)), $"{guide}, line {program.Line}");
        }
        finally
        {
            Environment.CurrentDirectory = before; // the folder of a rank that still runs may go
            if (world.Rank == 0) Directory.Delete(folder, recursive: true);
        }
    }
}
