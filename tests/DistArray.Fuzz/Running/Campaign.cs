using DistArray.Fuzz.Oracle;

namespace DistArray.Fuzz.Running;

/// <summary>Runs many generated cases; NumPy makes the next ones meanwhile.</summary>
internal static class Campaign
{
    private const int Chunk = 500;

    /// <summary>Runs cases until all are done or too many have failed.</summary>
    public static Tally Run(NumPyProcess numpy, int seed, int start, int count, int? ranks, int mostFailures)
    {
        var tally = new Tally();
        Task<Case[]> next = Generate(start);
        for (int at = start; at < start + count && tally.Failures.Count < mostFailures; at += Chunk)
        {
            Case[] cases = next.GetAwaiter().GetResult();
            if (at + Chunk < start + count) next = Generate(at + Chunk);
            Verdict[] verdicts = ThreadRunner.Run(cases);
            for (int i = 0; i < cases.Length; i++) tally.Add(cases[i], verdicts[i]);
        }
        if (!next.IsCompleted) next.Wait();
        return tally;

        Task<Case[]> Generate(int from) => Task.Run(() => numpy.Generate(seed, from, Math.Min(Chunk, start + count - from), ranks));
    }
}
