namespace DistArray.Benchmarks.Main;

/// <summary>The numbers of the main job: a wrapped step against the plain one, the cost of a view, messages, start and memory.</summary>
internal sealed class MainBenchmark : IBenchmark
{
    public string Name => "main";

    public IReadOnlyList<Row> Measure() =>
        [.. StepBenchmark.Measure(), .. WrapBenchmark.Measure(), .. MessagesBenchmark.Measure(), StartBenchmark.Measure(), MemoryBenchmark.Measure()];
}
