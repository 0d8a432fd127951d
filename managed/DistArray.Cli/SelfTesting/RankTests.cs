using System.Diagnostics;
using DistArray.Cli.CommandLine;

namespace DistArray.Cli.SelfTesting;

/// <summary>Runs the tests on a rank; rank 0 tells of each when it begins and when it ends.</summary>
internal static class RankTests
{
    private static readonly (string Name, Func<ICommunicator, string, string?> Run)[] s_tests =
    [
        ("messages", CommunicationTests.Messages),
        ("collectives", CommunicationTests.Collectives),
        ("arithmetic", ArrayTests.Arithmetic),
        ("reductions", ArrayTests.Reductions),
        ("redistribution", ArrayTests.Redistribution),
        ("halos", ArrayTests.Halos),
        ("HDF5", FileTests.Hdf5),
        (".npy", FileTests.Npy),
        ("checkpoint", FileTests.Checkpoints),
        ("Fortran", FortranTest.Run),
        ("Trilinos", TrilinosTest.Run),
    ];

    /// <summary>Names of the tests, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(s_tests, test => test.Name);

    /// <summary>Runs all of them.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static void Run(ICommunicator world, string folder, TextWriter output)
    {
        foreach ((string name, Func<ICommunicator, string, string?> run) in s_tests)
        {
            Tell(new TestResult(name, world.Size, TestOutcome.Begun, 0, null));
            var clock = Stopwatch.StartNew();
            (TestOutcome outcome, string? detail) = Try(() => run(world, folder));
            // The ranks tell in one word what became of it: the worst of them counts, and its text.
            int worst = world.Allreduce(outcome == TestOutcome.Fail ? 2 : outcome == TestOutcome.Skip ? 1 : 0, Operation<int>.Max);
            string?[]? details = world.Gather(outcome is TestOutcome.Pass ? worst == 0 ? detail ?? "" : "" : $"{(outcome == TestOutcome.Fail ? $"rank {world.Rank}: " : "")}{detail}", 0);
            string? told = details?.FirstOrDefault(text => text!.Length > 0);
            Tell(new TestResult(name, world.Size, worst switch { 2 => TestOutcome.Fail, 1 => TestOutcome.Skip, _ => TestOutcome.Pass }, clock.Elapsed.TotalSeconds, told));
        }

        void Tell(TestResult result)
        {
            output.WriteLine(JsonText.OneLine(result));
            output.Flush();
        }
    }

    private static (TestOutcome Outcome, string? Detail) Try(Func<string?> run)
    {
        try
        {
            return (TestOutcome.Pass, run());
        }
        catch (SkipException e)
        {
            return (TestOutcome.Skip, e.Message);
        }
        catch (DllNotFoundException e)
        {
            return (TestOutcome.Skip, e.Message.Split('\n')[^1]);
        }
        catch (Exception e)
        {
            return (TestOutcome.Fail, e is WrongException ? e.Message : $"{e.GetType().Name}: {e.Message}");
        }
    }
}
