using System.Diagnostics;
using DistArray;

namespace Turbulence;

/// <summary>Wall-clock and CPU time of the core's steps alone.</summary>
public sealed class StepTimer
{
    private TimeSpan _wall, _cpu;
    private long _steps;

    /// <summary>Times a step.</summary>
    public void Measure(Action step)
    {
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        step();
        _wall += Stopwatch.GetElapsedTime(start);
        _cpu += Environment.CpuUsage.TotalTime - cpu;
        _steps++;
    }

    /// <summary>The line that the core's own program prints, too: the slowest rank counts.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public string Report(ICommunicator world)
    {
        double wall = world.Allreduce(_wall.TotalSeconds, Operation<double>.Max);
        double cpu = world.Allreduce(_cpu.TotalSeconds, Operation<double>.Max);
        long steps = Math.Max(_steps, 1);
        return FormattableString.Invariant(
            $"wall_seconds={wall:e7} cpu_seconds={cpu:e7} wall_per_step={wall / steps:e7} cpu_per_step={cpu / steps:e7} steps={_steps} ranks={world.Size}");
    }
}
