namespace DistArray.Cli.Benching;

/// <summary>Messages between two ranks, there and back.</summary>
internal sealed class MessageMeasurement : IMeasurement
{
    public string Name => "ping";

    public string Summary => "a message of 8 bytes, one way; messages of 4 MB";

    public IEnumerable<Figure> Run(Sampler sampler, string folder)
    {
        const string latency = "message of 8 B, one way", bandwidth = "messages of 4 MB";
        if (sampler.World.Size < 2)
        {
            yield return Figure.Missing(latency, "µs", "needs two ranks: -n 2");
            yield return Figure.Missing(bandwidth, "GB/s", "needs two ranks: -n 2");
            yield break;
        }
        var small = new double[1];
        yield return Figure.Of(latency, "µs", sampler.Take(() => ThereAndBack(sampler.World, small)).Select(seconds => seconds / 2 * 1e6));
        var large = new double[1 << 19];
        yield return Figure.Of(bandwidth, "GB/s", sampler.Take(() => ThereAndBack(sampler.World, large)).Select(seconds => 2 * large.Length * sizeof(double) / seconds / 1e9));
    }

    private static void ThereAndBack(ICommunicator world, double[] values)
    {
        if (world.Rank == 0)
        {
            world.Send<double>(values, 1);
            world.Receive(values.AsSpan(), 1);
        }
        else if (world.Rank == 1)
        {
            world.Receive(values.AsSpan(), 0);
            world.Send<double>(values, 0);
        }
    }
}
