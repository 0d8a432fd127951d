namespace DistArray.Cli.Benching;

/// <summary>A fused expression, and a copy that moves as many bytes.</summary>
internal sealed class ExpressionMeasurement : IMeasurement
{
    public string Name => "expression";

    public string Summary => "c = a * b + 1 in one pass, against memory copies of as many bytes";

    public IEnumerable<Figure> Run(Sampler sampler, string folder)
    {
        // Two arrays are read and one is written; a copy reads one and writes one.
        long count = (sampler.IsQuick ? 1L << 19 : 1L << 24) / sampler.World.Size * sampler.World.Size;
        double bytes = 3.0 * count * sizeof(double);
        var distribution = new Distribution(sampler.World, [count]);
        using DistArray<double> a = Np.FromFunction<double>(distribution, index => index[0]), b = Np.FromFunction<double>(distribution, index => 1 / (1.0 + index[0])), c = Np.Zeros<double>(distribution);
        double[] fused = sampler.Take(() => c.Assign(a * b + 1.0));
        double[] copies = sampler.Take(() =>
        {
            a.LocalSpan.CopyTo(c.LocalSpan);
            b.LocalSpan[(b.LocalSpan.Length / 2)..].CopyTo(c.LocalSpan);
        });
        yield return Figure.Of($"c = a * b + 1, {count * sizeof(double) / 1e6:0} MB each, all ranks", "GB/s", fused.Select(seconds => bytes / seconds / 1e9));
        yield return Figure.Of("memory copy of as many bytes", "GB/s", copies.Select(seconds => bytes / seconds / 1e9));
    }
}
