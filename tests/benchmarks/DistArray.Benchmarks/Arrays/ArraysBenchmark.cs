namespace DistArray.Benchmarks.Arrays;

/// <summary>Expressions, reductions, redistribution and halos against C, Fortran, NumPy, numexpr, mpi4py and petsc4py: ratios of minima of samples taken in turn.</summary>
internal sealed class ArraysBenchmark : IBenchmark
{
    private static readonly (string Name, Func<IEnumerable<Row>> Measure)[] Parts =
    [
        ("elementwise 1e4", () => Job(1, "elementwise", "10000", "1e4")),
        ("elementwise 1e6", () => Job(1, "elementwise", "1000000", "1e6")),
        ("elementwise 3e7", () => Job(1, "elementwise", "30000000", "3e7")),
        ("strided 1e4", () => Job(1, "strided", "10000", "1e4")),
        ("strided 1e6", () => Job(1, "strided", "1000000", "1e6")),
        ("strided 3e7", () => Job(1, "strided", "30000000", "3e7")),
        ("reductions", () => Job(1, "reductions")),
        ("stencil", () => Job(1, "stencil")),
        ("redistribution", RedistributionBenchmark.Measure),
        ("halo", () => Job(2, "halo")),
        ("memory", () => [MemoryBenchmark.Measure()]),
        ("overhead", OverheadBenchmark.Measure),
    ];

    public string Name => "arrays";

    public IReadOnlyList<Row> Measure() =>
        [.. Parts.Where(part => part.Name.StartsWith(Settings.Only ?? "", StringComparison.Ordinal)).SelectMany(part => Try(part.Name, part.Measure))];

    // A part that fails tells why in its row; the others are measured all the same.
    private static IReadOnlyList<Row> Try(string name, Func<IEnumerable<Row>> measure)
    {
        Console.Error.WriteLine($"{name} …");
        try
        {
            return [.. measure()];
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            return [Row.Missing(name, "ratio", null, e.Message)];
        }
    }

    private static IEnumerable<Row> Job(int ranks, string worker, params ReadOnlySpan<string> arguments) => Sample.Rows(Sample.Of(ranks, worker, arguments));
}
