using DistArray.Cli.CommandLine;
using DistArray.Cli.Ranks;
using DistArray.Mpi;

namespace DistArray.Cli.Benching;

/// <summary><c>distarray bench</c>.</summary>
internal sealed class BenchCommand : Command
{
    private static readonly IMeasurement[] s_measurements =
        [new MessageMeasurement(), new AllreduceMeasurement(), new ExpressionMeasurement(), new RedistributionMeasurement(), new HaloMeasurement(), new FileMeasurement()];

    private static readonly Operand s_name = new("NAME", "name what to measure", IsOptional: true, IsRepeated: true, IsFile: false, Choices: [.. s_measurements.Select(one => one.Name)]);
    private static readonly CountOption s_ranks = new("-n", "RANKS", "number of ranks (default: 2)", 2);
    private static readonly Flag s_quick = new("--quick", "few and small samples, to see that all of it works");
    private static readonly TextOption s_folder = new("--folder", "DIR", "where files are written, and removed again (default: the folder for temporary files)");
    private static readonly CountOption s_deadline = new("--deadline", "SECONDS", "when the ranks are ended (default: 300)", 300);

    public override string Name => "bench";

    public override string Summary => "measures messages, expressions, redistribution and files on this machine";

    public override string Description => $"""
        Starts ranks with mpiexec and measures, by the library as programs use it:

        {string.Join('\n', s_measurements.Select(one => $"  {one.Name,-13} {one.Summary}"))}

        Told are medians of samples and their range. Nothing is compared with other programs; the benchmarks of the repository do that.
        """;

    public override IReadOnlyList<Operand> Operands => [s_name];

    public override IReadOnlyList<Option> Options => [s_ranks, s_quick, s_folder, s_deadline, Common.Json];

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        IMeasurement[] chosen = Chosen(given);
        string folder = given.Value(s_folder) ?? Path.GetTempPath();
        if (!Directory.Exists(folder)) throw new UsageException($"bench: --folder {folder}: there is no such folder.");
        if (RankProcess.IsRank) return MpiEnvironment.Run([], world => RankProcess.Report(world, output, Measure(given, chosen, folder, world, output)));
        try
        {
            return new RankJob(given.Value(s_ranks), TimeSpan.FromSeconds(given.Value(s_deadline))).Run(given.Without(s_ranks), output, error);
        }
        catch (LaunchException e)
        {
            error.WriteLine($"distarray: bench: {e.Message}");
            return ExitStatus.Failure;
        }
    }

    private static IMeasurement[] Chosen(Given given)
    {
        string[] names = [.. s_measurements.Select(one => one.Name)];
        foreach (string name in given.All(s_name))
            if (!names.Contains(name)) throw new UsageException($"bench: there is no '{name}'; there are {string.Join(", ", names)}.{NearestName.Question(name, names)}");
        return given.All(s_name).Count == 0 ? s_measurements : [.. s_measurements.Where(one => given.All(s_name).Contains(one.Name))];
    }

    private static int Measure(Given given, IMeasurement[] chosen, string parent, Communicator world, TextWriter output)
    {
        string folder = world.Broadcast(world.Rank == 0 ? Directory.CreateDirectory(Path.Combine(parent, $"distarray-bench-{Environment.ProcessId}")).FullName : null, 0)!;
        try
        {
            var sampler = new Sampler(world, given.Has(s_quick));
            using Progress progress = world.Rank == 0 ? Progress.Of(output) : Progress.Nowhere;
            var figures = new List<Figure>();
            for (int i = 0; i < chosen.Length; i++)
            {
                progress.Report((double)i / chosen.Length, chosen[i].Name);
                figures.AddRange(chosen[i].Run(sampler, folder));
            }
            var report = new BenchReport(world.Size, MpiEnvironment.LibraryVersion.Split('\n', ',')[0].Trim(), Environment.ProcessorCount, sampler.IsQuick, figures);
            if (world.Rank == 0) output.WriteLine(given.Has(Common.Json) ? JsonText.Of(report) : report.ToString());
            return ExitStatus.Good;
        }
        finally
        {
            if (world.Rank == 0) Directory.Delete(folder, recursive: true);
        }
    }
}
