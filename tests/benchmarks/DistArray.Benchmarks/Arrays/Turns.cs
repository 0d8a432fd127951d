using System.Diagnostics;
using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>The same work by us and by its rivals, compared once and then sampled in turn in one job. Rank 0 prints a line for every sample, in seconds of the slowest rank.</summary>
/// <param name="world">The ranks.</param>
/// <param name="longest">Seconds of sampling a work at most, where the smallest samples do not settle.</param>
/// <param name="fewest">Samples of a work at least.</param>
internal sealed class Turns(Communicator world, double longest = 20, int fewest = 11)
{
    private static readonly double WarmUp = Settings.Quick ? 0 : 0.2, ShortestSample = Settings.Quick ? 2e-4 : 2e-3;
    private static readonly double Shortest = Settings.Quick ? 0 : 2; // seconds of sampling a work at least
    private const double Long = 0.02; // a call of so many seconds does not depend on what was in the cache before
    private const double Settled = 1.03; // the third smallest sample over the smallest, when nothing better is to be expected

    private readonly int _fewest = Settings.Quick ? 2 : fewest;
    private readonly double _longest = Settings.Quick ? 0 : longest;

    /// <summary>Times a work in this process.</summary>
    public Func<int, double> Clock(Action work) => calls =>
    {
        world.Barrier();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < calls; i++) work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    };

    /// <summary>A work of C or Fortran in this process that writes where ours does.</summary>
    public Rival Rival(string name, double? limit, Action work, DistArray<double> result, double[] expected) => new(name, limit, Clock(work), () =>
    {
        result.Fill(double.NaN);
        work();
        return Agreement.Problem(expected, result.LocalToArray());
    });

    /// <summary>Samples a work, ours against each rival that gives the same.</summary>
    public void Measure(string work, Action ours, params IReadOnlyList<Rival> rivals)
    {
        Rival[] able = [.. rivals.Where(rival => Agrees(work, rival))];
        if (able.Length == 0) return;
        GC.Collect();
        Func<int, double>[] all = [Clock(ours), .. able.Select(rival => rival.Seconds)];
        int[] calls = Array.ConvertAll(all, Calls), turns = [.. Enumerable.Range(0, all.Length)];
        double[] times = [.. all.Zip(calls, Slowest)];
        bool[] isShort = Array.ConvertAll(times, seconds => seconds < Long);
        List<double>[] smallest = Array.ConvertAll(all, _ => new List<double>());
        var order = new Random(1); // the same on every rank, as the times are
        double spent = 0;
        for (int sample = 0; sample < _fewest || spent < Shortest || (spent < _longest && !smallest.All(IsSettled)); sample++)
        {
            // Whoever comes first, and after whom, changes: neither a drift of the machine nor what is in the cache favours anybody.
            order.Shuffle(turns);
            foreach (int who in turns)
            {
                if (isShort[who]) all[who](1);
                times[who] = Slowest(all[who], calls[who]);
                spent += times[who] * calls[who];
                smallest[who].Add(times[who]);
                smallest[who].Sort();
                if (smallest[who].Count > 3) smallest[who].RemoveAt(3);
            }
            for (int i = 0; i < able.Length; i++) Print(new Sample(work, able[i].Name, able[i].Limit, times[0], times[i + 1]));
        }
    }

    /// <summary>Does what measures a work, and says why where that fails on the one rank.</summary>
    public void Try(string work, string rival, double? limit, Action measure)
    {
        try
        {
            measure();
        }
        catch (Exception e) when (world.Size == 1)
        {
            Print(new Sample(work, rival, limit, 0, 0, $"{e.GetType().Name}: {e.Message}"));
        }
    }

    private static bool IsSettled(List<double> smallest) => smallest[^1] < Settled * smallest[0];

    private bool Agrees(string work, Rival rival)
    {
        string? problem = rival.Problem();
        if (world.Allreduce(problem is null ? 0 : 1, Operation<int>.Max) == 0) return true;
        Print(new Sample(work, rival.Name, rival.Limit, 0, 0, problem ?? "The results of another rank differ."));
        return false;
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

    private void Print(Sample sample)
    {
        if (world.Rank == 0) Console.WriteLine(sample);
    }
}
