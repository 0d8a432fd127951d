namespace DistArray.Benchmarks;

/// <summary>A named set of numbers, measured from a parent process that starts its own jobs.</summary>
internal interface IBenchmark
{
    /// <summary>Name on the command line and of the JSON file.</summary>
    string Name { get; }

    /// <summary>Measures all numbers.</summary>
    IReadOnlyList<Row> Measure();
}
