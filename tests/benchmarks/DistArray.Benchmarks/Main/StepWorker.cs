using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using DistArray.IO;
using DistArray.Mpi;
using Turbulence;

namespace DistArray.Benchmarks.Main;

/// <summary>Steps the turbulence core from C#, one call a step, and prints wall and CPU seconds: the larger of the ranks.</summary>
internal static class StepWorker
{
    public static void Run(Communicator world, string[] arguments)
    {
        var (initial, run) = StepCase.Parse(arguments);
        string task = arguments[^1];
        using var core = new TurbulenceCore(world, run.Parameters);
        if (task == "create")
        {
            InitialConditions.Set(core.State, run.Parameters, InitialCondition.Random, seed: 1);
            RawFile.Write(initial, core.State, MemoryOrder.ColumnMajor);
            return;
        }
        Restore(core, initial);
        Step(core, run.Dt, run.WarmUp);
        if (task == "hold")
        {
            Step(core, run.Dt, 10 * run.Steps);
            return;
        }

        Restore(core, initial);
        world.Barrier();
        var cpu = Environment.CpuUsage.TotalTime;
        long wall = Stopwatch.GetTimestamp();
        Step(core, run.Dt, run.Steps);
        double seconds = Stopwatch.GetElapsedTime(wall).TotalSeconds, used = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        seconds = world.Allreduce(seconds, Operation<double>.Max);
        used = world.Allreduce(used, Operation<double>.Max);
        if (world.Rank == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:R}\t{used:R}"));
    }

    private static void Restore(TurbulenceCore core, string initial)
    {
        using var state = RawFile.Read<Complex>(initial, core.State.Distribution, MemoryOrder.ColumnMajor);
        core.State.Assign(state);
    }

    private static void Step(TurbulenceCore core, double dt, int count)
    {
        for (int i = 0; i < count; i++) core.Step(dt);
    }
}
