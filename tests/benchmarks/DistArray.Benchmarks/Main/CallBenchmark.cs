namespace DistArray.Benchmarks.Main;

/// <summary>The cost of a call through a generated class, beyond that of the same call in Fortran.</summary>
internal static class CallBenchmark
{
    public static IEnumerable<Row> Measure()
    {
        var lines = Jobs.Lines(Jobs.Run(1, Workers.Command("call")));
        yield return Row.Of("call of a wrapped procedure of two scalars, beyond Fortran's", "ns", 30, Column(0), $"{Row.Median(Column(1)):F1} ns");
        yield return Row.Of("call of a wrapped procedure of a 3-D array, beyond Fortran's", "ns", 60, Column(2), $"{Row.Median(Column(3)):F1} ns");

        double[] Column(int index) => [.. lines.Select(line => Jobs.Number(line[index]))];
    }
}
