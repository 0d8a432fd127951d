using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using DistArray.Fortran;
using DistArray.IO;
using DistArray.Mpi;

namespace DistArray.Benchmarks.Main;

/// <summary>Steps the turbulence core from C#, one call a step, and prints wall and CPU seconds: the larger of the ranks.</summary>
internal static class StepWorker
{
    public static void Run(Communicator world, string[] arguments)
    {
        var (initial, run) = StepCase.Parse(arguments);
        string task = arguments[^1];
        using var core = TurbulenceCore.Load(world, run);
        var state = core.Array<Complex>("state");
        if (task == "create")
        {
            TurbulenceCore.SetNoise(state);
            RawFile.Write(initial, state, MemoryOrder.ColumnMajor);
            return;
        }
        using (var start = RawFile.Read<Complex>(initial, state.Distribution, MemoryOrder.ColumnMajor)) state.Assign(start);
        var step = core.Procedure("turbulence_step");
        Step(step, run.Dt, run.WarmUp);
        if (task == "hold")
            while (true) Step(step, run.Dt, 1);

        using (var start = RawFile.Read<Complex>(initial, state.Distribution, MemoryOrder.ColumnMajor)) state.Assign(start);
        world.Barrier();
        var cpu = Environment.CpuUsage.TotalTime;
        long wall = Stopwatch.GetTimestamp();
        Step(step, run.Dt, run.Steps);
        double seconds = Stopwatch.GetElapsedTime(wall).TotalSeconds, used = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        seconds = world.Allreduce(seconds, Operation<double>.Max);
        used = world.Allreduce(used, Operation<double>.Max);
        if (world.Rank == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:R}\t{used:R}"));
    }

    private static void Step(FortranProcedure step, double dt, int count)
    {
        for (int i = 0; i < count; i++) step.Call(dt, 1);
    }
}
