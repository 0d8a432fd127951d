namespace DistArray.Benchmarks.Arrays;

/// <summary>Expressions and reductions against C, NumPy and numexpr: ratios of minima of samples taken in turn.</summary>
internal sealed class ArraysBenchmark : IBenchmark
{
    public string Name => "arrays";

    public IReadOnlyList<Row> Measure() =>
    [
        .. Part(1, "elementwise", "10000", "1e4"),
        .. Part(1, "elementwise", "1000000", "1e6"),
        .. Part(1, "elementwise", "30000000", "3e7"),
        .. Part(1, "reductions"),
    ];

    // A part that fails tells why in its row; the others are measured all the same.
    private static IReadOnlyList<Row> Part(int ranks, string worker, params ReadOnlySpan<string> arguments)
    {
        string[] command = Workers.Command(worker, arguments);
        try
        {
            return [.. Rows(Jobs.Lines(Jobs.Run(ranks, command)))];
        }
        catch (InvalidOperationException e)
        {
            return [Row.Missing(string.Join(' ', [worker, .. arguments]), "ratio", null, e.Message)];
        }
    }

    private static IEnumerable<Row> Rows(string[][] lines) =>
        from line in lines
        group line by (Name: line[0], Limit: line[1]) into samples
        select Row.OfMinima(
            samples.Key.Name, samples.Key.Limit.Length > 0 ? Jobs.Number(samples.Key.Limit) : null,
            [.. samples.Select(s => Jobs.Number(s[2]))], [.. samples.Select(s => Jobs.Number(s[3]))], Show);

    private static string Show(double seconds) => seconds >= 1e-3 ? $"{seconds * 1e3:F3} ms" : $"{seconds * 1e6:F3} µs";
}
