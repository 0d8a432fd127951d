using DistArray.Benchmarks.Arrays;

namespace DistArray.Benchmarks.Solvers;

/// <summary>Trilinos from C# against C++ on the same Trilinos.</summary>
internal sealed class TrilinosBenchmark : IBenchmark
{
    /// <summary>Name of the work whose times become the cost of a callback.</summary>
    public const string Callback = "product with a function of 4 elements";

    /// <summary>Name of the work that wraps a vector.</summary>
    public const string Wrapping = "wrapping and releasing a vector";

    private const double CallbackLimit = 0.2, WrapLimit = 10, FirstUseLimit = 0.6;

    /// <inheritdoc/>
    public string Name => "trilinos";

    /// <inheritdoc/>
    public IReadOnlyList<Row> Measure()
    {
        var rows = new List<Row>();
        foreach (int ranks in (int[])[1, 2])
        {
            IReadOnlyList<Sample> samples = Sample.Of(ranks, "trilinos");
            rows.AddRange(Sample.Rows([.. samples.Where(sample => sample.Work != Callback && sample.Work != Wrapping)]));
            Sample[] calls = [.. samples.Where(sample => sample.Work == Callback)], wraps = [.. samples.Where(sample => sample.Work == Wrapping)];
            if (calls.Length > 0)
                rows.Add(Row.OfMinimum("a C# function beyond a C++ one, a product", "µs", CallbackLimit, [.. calls.Select(sample => 1e6 * (sample.Ours - calls.Min(other => other.Theirs)))], Sample.Show(calls.Min(sample => sample.Theirs))));
            if (wraps.Length > 0) rows.Add(Row.OfMinimum(Wrapping, "µs", WrapLimit, [.. wraps.Select(sample => 1e6 * sample.Ours)]));
            double[] first = [.. Enumerable.Range(0, Settings.Quick ? 1 : 5).Select(_ => Jobs.Number(Jobs.Lines(Jobs.Run(ranks, Workers.Command("trilinos-first")))[0][1]))];
            rows.Add(Row.Of($"first use of Trilinos, load to vector, {ranks} rank{(ranks > 1 ? "s" : "")}", "s", FirstUseLimit, first));
        }
        return rows;
    }
}
