using System.Diagnostics;
using System.Globalization;
using DistArray.IO;
using DistArray.Mpi;
using Turbulence;

namespace DistArray.Benchmarks.IO;

/// <summary>The turbulence core's steps with snapshots in the background and without, in turn: seconds of both.</summary>
internal static class SnapshotWorker
{
    private const int Every = 50;
    private static readonly int Steps = Settings.Quick ? 100 : 1000, Samples = Settings.Quick ? 1 : 5;

    public static void Run(Communicator world, string[] arguments)
    {
        string folder = arguments[0];
        Directory.CreateDirectory(folder);
        Parameters parameters = Parameters.Default(Model.Hw) with { N = 256, Dt = 5e-3, Nu = 1e-7 };
        using var core = new TurbulenceCore(world, parameters);
        InitialConditions.Set(core.State, parameters, InitialCondition.Random, 1);
        using var queue = new SnapshotQueue(world);
        try
        {
            for (int sample = -1; sample < Samples; sample++)
            {
                double with = Seconds(core, step => queue.Save(Path.Combine(folder, $"snapshot{step / Every % 4}.h5"), file => file.Write("state", core.State)));
                queue.Flush();
                double without = Seconds(core, _ => { });
                if (sample >= 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{with:R}\t{without:R}"));
            }
        }
        finally
        {
            for (int i = 0; i < 4; i++) File.Delete(Path.Combine(folder, $"snapshot{i}.h5"));
        }
    }

    private static double Seconds(TurbulenceCore core, Action<int> snapshot)
    {
        long start = Stopwatch.GetTimestamp();
        for (int step = 1; step <= Steps; step++)
        {
            core.Step(core.Parameters.Dt);
            if (step % Every == 0) snapshot(step);
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
