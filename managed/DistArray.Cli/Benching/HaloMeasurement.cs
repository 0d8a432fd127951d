namespace DistArray.Cli.Benching;

/// <summary>An update of ghosts.</summary>
internal sealed class HaloMeasurement : IMeasurement
{
    public string Name => "halo";

    public string Summary => "an update of ghosts of a matrix in blocks";

    public IEnumerable<Figure> Run(Sampler sampler, string folder)
    {
        long n = sampler.IsQuick ? 256 : 2048;
        using DistArray<double> field = Np.FromFunction<double>(new Distribution(sampler.World, [n, n], "bb", haloLow: [1, 1], haloHigh: [1, 1], periodic: [true, true]), (i, j) => (i * n) + j);
        yield return Figure.Of($"halo update, {n} x {n}, width 1", "µs", sampler.Take(() => field.UpdateHalo()).Select(seconds => seconds * 1e6));
    }
}
