namespace DistArray.Benchmarks.Main;

/// <summary>The cost of a DistArray over an array of the core.</summary>
internal static class WrapBenchmark
{
    public static IEnumerable<Row> Measure()
    {
        var lines = Jobs.Lines(Jobs.Run(2, Workers.Command("wrap")));
        yield return Row.Of("wrapping an array of the core", "µs", 5, [.. lines.Select(line => Jobs.Number(line[0]) * 1e6)]);
        yield return Row.Of("bytes copied by wrapping", "bytes", 0, [.. lines.Select(line => Jobs.Number(line[1]))]);
    }
}
