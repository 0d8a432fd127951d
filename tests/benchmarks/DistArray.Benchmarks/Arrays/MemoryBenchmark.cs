namespace DistArray.Benchmarks.Arrays;

/// <summary>Peak of memory of d = a + b * c beyond the four arrays, each in a fresh process.</summary>
internal static class MemoryBenchmark
{
    private static readonly int Samples = Settings.Quick ? 1 : 7;

    public static Row Measure()
    {
        string[][] lines = [.. Enumerable.Range(0, Samples).Select(_ => Jobs.Lines(Jobs.Run(1, Workers.Command("memory"))).Single())];
        return Row.Of("peak memory of d = a + b * c beyond the four arrays", "MB", 1, [.. lines.Select(line => Jobs.Number(line[0]) / 1e6)], $"{Jobs.Number(lines[0][1]) / 1e6:F1} MB");
    }
}
