namespace DistArray.Benchmarks.Arrays;

/// <summary>A warm expression on few elements, C's loop on the same beside it.</summary>
internal static class OverheadBenchmark
{
    public static IEnumerable<Row> Measure()
    {
        string[] command = Workers.Command("overhead");
        yield return Shortest("d.Assign(a + b * c), 100 elements", 2, command);
        // As a program without any settings runs: code is compiled a second time, from its profile, once it is warm.
        yield return Shortest("the same with tiered compilation", null, ["env", "DOTNET_TieredCompilation=1", .. command]);
    }

    private static Row Shortest(string name, double? limit, string[] command)
    {
        IReadOnlyList<Sample> samples = Sample.Of(1, command);
        return samples[0].Reason is { } reason
            ? Row.Missing(name, "µs", limit, reason)
            : Row.OfMinimum(name, "µs", limit, [.. samples.Select(sample => sample.Ours * 1e6)], $"C {Sample.Show(samples.Min(sample => sample.Theirs))}");
    }
}
