namespace DistArray.Benchmarks.Arrays;

/// <summary>Redistribution against C in the same job, and against mpi4py and petsc4py in jobs of their own, which take turns with ours.</summary>
internal static class RedistributionBenchmark
{
    private static readonly int Rounds = Settings.Quick ? 1 : 3, Samples = Settings.Quick ? 2 : 15;

    public static IEnumerable<Row> Measure()
    {
        var ours = new List<Sample>();
        (string Name, string Program, double Limit, List<string[]> Lines)[] rivals = [("mpi4py Alltoallw", "alltoallw", 0.6, []), ("petsc4py Scatter", "scatter", 0.5, [])];
        var reasons = new Dictionary<string, string>();
        for (int round = 0; round < Rounds; round++)
        {
            ours.AddRange(Sample.Of(2, "redistribution"));
            foreach (var rival in rivals)
            {
                try
                {
                    rival.Lines.AddRange(Jobs.Lines(Jobs.Run(2, PythonPeer.Interpreter, Artifacts.Path("peers", "redistribution.py"), rival.Program, $"{Samples}")));
                }
                catch (InvalidOperationException e)
                {
                    reasons[rival.Name] = e.Message;
                }
            }
        }
        foreach (Row row in Sample.Rows(ours)) yield return row;
        foreach (string work in (string[])[RedistributionWorker.RowsToColumns, RedistributionWorker.BlockToCyclic])
        {
            double[] mine = [.. ours.Where(sample => sample.Work == RedistributionWorker.Existing(work) && sample.Reason is null).Select(sample => sample.Ours)];
            foreach (var (name, _, limit, lines) in rivals)
            {
                double[] theirs = [.. lines.Where(line => line[0] == work).Select(line => Jobs.Number(line[1]))];
                string text = $"{RedistributionWorker.Existing(work)}, C# : {name}";
                yield return mine.Length == 0 || theirs.Length == 0
                    ? Row.Missing(text, "ratio", limit, reasons.GetValueOrDefault(name, "There is no time of ours."))
                    : Row.OfMinima(text, limit, mine, theirs, Sample.Show);
            }
        }
    }
}
