namespace DistArray.Benchmarks.Main;

/// <summary>Start and end of an empty program on four ranks, C# : C.</summary>
internal static class StartBenchmark
{
    private const int Samples = 9;

    public static Row Measure()
    {
        string[] ours = [Environment.ProcessPath!, Artifacts.Path("bin", "Empty", "release", "Empty.dll")], peer = [Artifacts.Path("peers", "empty")];
        var pairs = new List<(double Ours, double Peer)>();
        for (int i = -1; i < Samples; i++)
        {
            double mine = Jobs.Run(4, ours).Duration.TotalSeconds, other = Jobs.Run(4, peer).Duration.TotalSeconds;
            if (i >= 0) pairs.Add((mine, other)); // the first pair reads the files
        }
        return Row.OfPairs("mpiexec -n 4 of an empty program, C# : C", 1.25, [.. pairs.Select(p => p.Ours)], [.. pairs.Select(p => p.Peer)], seconds => $"{seconds:F3} s");
    }
}
