using System.Globalization;
using DistArray.Cli.CommandLine;
using DistArray.Cli.Ranks;
using DistArray.Mpi;

namespace DistArray.Cli.SelfTesting;

/// <summary><c>distarray selftest</c>.</summary>
internal sealed class SelfTestCommand : Command
{
    private static readonly CountOption s_ranks = new("-n", "RANKS", "tests on 1 to that many ranks (default: 2)", fallback: 2);
    private static readonly TextOption s_folder = new("--folder", "DIR", "where files are written and read, such as a parallel file system (default: a temporary folder)");
    private static readonly CountOption s_deadline = new("--deadline", "SECONDS", "how long the tests may take on each number of ranks (default: 120)", fallback: 120);

    public override string Name => "selftest";

    public override string Summary => "tests messages, arrays, files, Fortran and Trilinos on 1 to n ranks";

    public override string Description => """
        Starts itself with mpiexec on 1, 2, … RANKS ranks and compares messages and collectives, arrays, redistribution and halos with closed forms; HDF5, .npy and checkpoints
        with Python where that is there; calls Fortran that it compiles, and solves with Trilinos. What is not installed is skipped, and told.
        """;

    public override IReadOnlyList<Option> Options => [s_ranks, s_folder, s_deadline, Common.Json];

    public override string Remarks => "Exit status: 1 where a test failed.";

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        RankProcess.RefuseUnderLauncher(Name);
        string parent = given.Value(s_folder) ?? Path.GetTempPath();
        if (!Directory.Exists(parent)) throw new UsageException($"selftest: there is no folder {parent}. Make it first.");
        if (RankProcess.IsOurs)
        {
            return MpiEnvironment.Run([], world =>
            {
                RankTests.Run(world, parent, world.Rank == 0 ? output : TextWriter.Null);
                return RankProcess.Report(world, output, ExitStatus.Good);
            });
        }
        string folder = Path.Combine(parent, $"distarray-selftest-{Environment.ProcessId}");
        var results = new List<TestResult>();
        try
        {
            Directory.CreateDirectory(folder);
            using Progress progress = ReferenceEquals(output, Console.Out) ? Progress.Terminal() : Progress.Nowhere;
            for (int ranks = 1; ranks <= given.Value(s_ranks); ranks++)
            {
                progress.Report((ranks - 1.0) / given.Value(s_ranks), $"{ranks} ranks");
                results.AddRange(RunOn(ranks, folder, TimeSpan.FromSeconds(given.Value(s_deadline))));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"selftest: {folder} cannot be made: {e.Message}");
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        if (given.Has(Common.Json)) output.WriteLine(JsonText.Of(new { passed = results.Count(Is(TestOutcome.Pass)), failed = results.Count(Is(TestOutcome.Fail)), skipped = results.Count(Is(TestOutcome.Skip)), results }));
        else Write(results, given.Value(s_ranks), output);
        return results.Any(Is(TestOutcome.Fail)) ? ExitStatus.Finding : ExitStatus.Good;
    }

    private static List<TestResult> RunOn(int ranks, string folder, TimeSpan deadline)
    {
        using var lines = new StringWriter();
        string? failure = null;
        try
        {
            new RankJob(ranks, deadline).Run(["selftest", $"--folder={folder}"], lines, TextWriter.Null);
        }
        catch (LaunchException e)
        {
            failure = e.Message;
        }
        var results = new List<TestResult>();
        foreach (string line in $"{lines}".Split('\n').Where(line => line.StartsWith('{')))
        {
            TestResult result = JsonText.Parse<TestResult>(line);
            if (results is [.., { Outcome: TestOutcome.Begun }]) results.RemoveAt(results.Count - 1);
            results.Add(result);
        }
        // What a test that did not end says, the job does.
        if (results is [.., { Outcome: TestOutcome.Begun } hung]) results[^1] = hung with { Outcome = TestOutcome.Fail, Detail = failure };
        else if (failure is not null) results.Add(new TestResult(results.Count == 0 ? RankTests.Names[0] : "the end of the job", ranks, TestOutcome.Fail, 0, failure));
        return results;
    }

    private static Func<TestResult, bool> Is(TestOutcome outcome) => result => result.Outcome == outcome;

    private static void Write(List<TestResult> results, int most, TextWriter output)
    {
        const int width = 15;
        output.WriteLine($"{"",-width}{string.Concat(Enumerable.Range(1, most).Select(ranks => $"{ranks} rank{(ranks == 1 ? "" : "s")}".PadLeft(width)))}");
        foreach (string name in results.Select(result => result.Name).Distinct())
        {
            IEnumerable<string> cells = Enumerable.Range(1, most).Select(ranks => results.FirstOrDefault(result => result.Name == name && result.Ranks == ranks) switch
            {
                null => "not run",
                { Outcome: TestOutcome.Skip } => "skip",
                var result => string.Create(CultureInfo.InvariantCulture, $"{(result.Outcome == TestOutcome.Pass ? "pass" : "FAIL")} {result.Seconds:F2} s"),
            });
            output.WriteLine($"{name.PadRight(width)}{string.Concat(cells.Select(cell => cell.PadLeft(width)))}");
        }
        foreach (IGrouping<(string Name, string? Detail), TestResult> group in results.Where(result => result.Detail is not null).GroupBy(result => (result.Name, result.Detail)))
            output.WriteLine($"{group.Key.Name}{(group.First().Outcome == TestOutcome.Fail ? $", {string.Join(", ", group.Select(result => result.Ranks))} ranks, failed" : group.First().Outcome == TestOutcome.Skip ? ", skipped" : "")}: {group.Key.Detail}");
        output.WriteLine($"{results.Count(Is(TestOutcome.Pass))} passed, {results.Count(Is(TestOutcome.Fail))} failed, {results.Count(Is(TestOutcome.Skip))} skipped");
    }
}
