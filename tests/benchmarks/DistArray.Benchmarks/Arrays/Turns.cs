using System.Diagnostics;
using System.Globalization;
using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>The same work by us and by its rivals, sampled in turn in one job. Rank 0 prints a line for every sample: row, limit, ours, the rival's, in seconds of
/// the slowest rank.</summary>
internal sealed class Turns(Communicator world)
{
    private const double WarmUp = 0.2, ShortestSample = 2e-3, Budget = 3;
    private const int FewestSamples = 9, MostSamples = 41;

    /// <summary>Times a work of ours.</summary>
    public Func<int, double> Clock(Action work) => calls =>
    {
        world.Barrier();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    };

    /// <summary>Samples a work, ours against each rival.</summary>
    public void Measure(string work, Action ours, params IReadOnlyList<Rival> rivals)
    {
        Func<int, double>[] all = [Clock(ours), .. rivals.Select(rival => rival.Seconds)];
        int[] calls = Array.ConvertAll(all, Calls);
        double round = all.Zip(calls, (seconds, count) => Slowest(seconds, count) * count).Sum();
        int samples = (int)Math.Clamp(Budget / round, FewestSamples, MostSamples);
        var times = new double[all.Length];
        for (int sample = 0; sample < samples; sample++)
        {
            // Whoever comes first changes: a drift of the machine favours nobody.
            for (int i = 0; i < all.Length; i++)
            {
                int who = (sample + i) % all.Length;
                times[who] = Slowest(all[who], calls[who]);
            }
            for (int i = 0; i < rivals.Count; i++) Print($"{work}, C# : {rivals[i].Name}", rivals[i].Limit, times[0], times[i + 1]);
        }
    }

    // Calls a sample, after a warm-up; the same on every rank, as the times are.
    private int Calls(Func<int, double> seconds)
    {
        int calls = 1;
        for (double spent = 0; ;)
        {
            double sample = Slowest(seconds, calls) * calls;
            spent += sample;
            if (sample < ShortestSample) calls *= 2;
            else if (spent > WarmUp) return calls;
        }
    }

    private double Slowest(Func<int, double> seconds, int calls) => world.Allreduce(seconds(calls), Operation<double>.Max);

    private void Print(string row, double? limit, double ours, double rival)
    {
        if (world.Rank == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row}\t{limit}\t{ours:R}\t{rival:R}"));
    }
}
