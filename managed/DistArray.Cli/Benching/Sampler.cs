using System.Diagnostics;

namespace DistArray.Cli.Benching;

/// <summary>Takes samples of what all ranks do together.</summary>
/// <param name="world">The ranks.</param>
/// <param name="isQuick">Whether to take few and short ones.</param>
internal sealed class Sampler(ICommunicator world, bool isQuick)
{
    private const int MostRounds = 100_000;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(300), s_sample = TimeSpan.FromMilliseconds(50);

    public ICommunicator World => world;

    public bool IsQuick => isQuick;

    private int Samples => isQuick ? 3 : 11;

    /// <summary>Seconds that one round takes, one sample after another.</summary>
    /// <param name="round">Does it once, on every rank alike.</param>
    /// <remarks><b>Collective.</b> It is warmed up first; a sample is of as many rounds as 50 ms have, and as long as on the slowest rank.</remarks>
    public double[] Take(Action round)
    {
        double share = isQuick ? 0.1 : 1, once = Rounds(1, round);
        for (double spent = once; spent < s_warmUp.TotalSeconds * share; spent += once) once = Rounds(1, round);
        int rounds = (int)Math.Clamp(s_sample.TotalSeconds * share / once, 1, MostRounds);
        return [.. Enumerable.Range(0, Samples).Select(_ => Rounds(rounds, round) / rounds)];
    }

    /// <summary>Seconds of single rounds, without the first one: for what is long.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public double[] TakeLong(Action round)
    {
        _ = Rounds(1, round);
        return [.. Enumerable.Range(0, isQuick ? 2 : 5).Select(_ => Rounds(1, round))];
    }

    // The same on every rank.
    private double Rounds(int count, Action round)
    {
        world.Barrier();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++) round();
        return world.Allreduce(Stopwatch.GetElapsedTime(start).TotalSeconds, Operation<double>.Max);
    }
}
