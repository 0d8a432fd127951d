namespace DistArray.Cli.Benching;

/// <summary>Sums over all ranks.</summary>
internal sealed class AllreduceMeasurement : IMeasurement
{
    public string Name => "allreduce";

    public string Summary => "sums over all ranks, of one number and of 1 MB";

    public IEnumerable<Figure> Run(Sampler sampler, string folder)
    {
        foreach ((string name, int count) in new[] { ("all-reduce of 8 B", 1), ("all-reduce of 1 MB", 1 << 17) })
        {
            double[] mine = new double[count], sums = new double[count];
            yield return Figure.Of(name, "µs", sampler.Take(() => sampler.World.Allreduce<double>(mine, sums, Operation<double>.Add)).Select(seconds => seconds * 1e6));
        }
    }
}
