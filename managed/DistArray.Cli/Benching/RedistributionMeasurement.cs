namespace DistArray.Cli.Benching;

/// <summary>From rows to columns.</summary>
internal sealed class RedistributionMeasurement : IMeasurement
{
    public string Name => "redistribute";

    public string Summary => "a matrix from blocks of rows to blocks of columns";

    public IEnumerable<Figure> Run(Sampler sampler, string folder)
    {
        long n = sampler.IsQuick ? 256 : 2048;
        using DistArray<double> rows = Np.FromFunction<double>(new Distribution(sampler.World, [n, n], "bn"), (i, j) => (i * n) + j);
        var target = new Distribution(sampler.World, [n, n], "nb");
        double[] seconds = sampler.Take(() => rows.Redistribute(target).Dispose());
        yield return Figure.Of($"rows to columns, {n} x {n}", "GB/s", seconds.Select(one => n * n * sizeof(double) / one / 1e9));
    }
}
