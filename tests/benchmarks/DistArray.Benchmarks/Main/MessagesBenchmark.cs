namespace DistArray.Benchmarks.Main;

/// <summary>Messages of C# : C, at the same thread level, in the same job of two ranks.</summary>
internal static class MessagesBenchmark
{
    public static IEnumerable<Row> Measure() =>
        from line in Jobs.Lines(Jobs.Run(2, Workers.Command("messages")))
        group line by line[0] into samples
        select Row.OfPairs($"{samples.Key}, C# : C", 1.05, [.. samples.Select(s => Jobs.Number(s[1]))], [.. samples.Select(s => Jobs.Number(s[2]))],
            seconds => $"{seconds * 1e6:F3} µs");
}
