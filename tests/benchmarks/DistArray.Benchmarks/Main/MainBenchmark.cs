namespace DistArray.Benchmarks.Main;

/// <summary>The numbers of the main job: a wrapped step against the plain one, the cost of a view, messages, start and memory.</summary>
internal sealed class MainBenchmark : IBenchmark
{
    public string Name => "main";

    public IReadOnlyList<Row> Measure() =>
    [
        .. Part(StepBenchmark.Measure, "ratio", 1.01, "step 256² on 2 ranks, wrapped : plain, wall time", "step 256² on 2 ranks, wrapped : plain, CPU time"),
        .. Part(WrapBenchmark.Measure, "µs", 5, "wrapping an array of the core"),
        .. Part(CallBenchmark.Measure, "ns", 60, "call of a wrapped procedure of two scalars, beyond Fortran's", "call of a wrapped procedure of a 3-D array, beyond Fortran's"),
        .. Part(MessagesBenchmark.Measure, "ratio", 1.05, "ping 8 B, C# : C", "ping 1 MB, C# : C", "all-reduce of one double, C# : C"),
        .. Part(() => [StartBenchmark.Measure()], "ratio", 1.25, "mpiexec -n 4 of an empty program, C# : C"),
        .. Part(() => [MemoryBenchmark.Measure()], "MB", 50, "memory of rank 1 beyond the core's own program"),
    ];

    // A part that fails tells why in its rows; the others are measured all the same.
    private static IReadOnlyList<Row> Part(Func<IEnumerable<Row>> measure, string unit, double limit, params string[] names)
    {
        try
        {
            return [.. measure()];
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            return [.. names.Select(name => Row.Missing(name, unit, limit, e.Message))];
        }
    }
}
