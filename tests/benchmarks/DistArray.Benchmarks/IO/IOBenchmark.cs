using System.Globalization;

namespace DistArray.Benchmarks.IO;

/// <summary>Files of 1 GB against the same in C, on 1 and 2 ranks, on the disk when a call returns; snapshots in the background; a file of 10,000 datasets.</summary>
internal sealed class IOBenchmark : IBenchmark
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(12);

    public string Name => "io";

    public IReadOnlyList<Row> Measure() => [.. Ranks(1), .. Ranks(2), .. Snapshots()];

    // Lines of the worker: what, limit, our seconds (or number), the peer's seconds, its name; minus for none.
    private static IEnumerable<Row> Ranks(int ranks)
    {
        string[][] lines = Jobs.Lines(Jobs.Run(ranks, Deadline, Workers.Command("io", Folder())));
        foreach (IGrouping<string, string[]> work in lines.GroupBy(line => line[0]))
        {
            double limit = Jobs.Number(work.First()[1]);
            double[] ours = [.. work.Select(line => Jobs.Number(line[2]))], peers = [.. work.Select(line => Jobs.Number(line[3]))];
            string name = $"{work.Key}, {ranks} rank{(ranks == 1 ? "" : "s")}", unit = work.First()[4];
            yield return unit.Length > 0 ? Row.Of(name, unit, limit, ours) : Row.OfMedians(name, limit, ours, peers, seconds => $"{seconds.ToString("F3", CultureInfo.InvariantCulture)} s");
        }
    }

    private static IEnumerable<Row> Snapshots()
    {
        string[][] lines = Jobs.Lines(Jobs.Run(1, Deadline, Workers.Command("snapshots", Folder())));
        yield return Row.OfMedians("1000 steps with a snapshot every 50 in the background : without, 1 rank", 1.05,
            [.. lines.Select(line => Jobs.Number(line[0]))], [.. lines.Select(line => Jobs.Number(line[1]))], seconds => $"{seconds.ToString("F3", CultureInfo.InvariantCulture)} s");
    }

    // Beside the results: a temporary folder may be in memory.
    private static string Folder() => Artifacts.Path("bench", "io");
}
