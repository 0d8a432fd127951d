using DistArray.Benchmarks.Arrays;
using DistArray.Benchmarks.IO;
using DistArray.Benchmarks.Main;
using DistArray.Benchmarks.Solvers;
using DistArray.Mpi;

namespace DistArray.Benchmarks;

/// <summary>What this program does on the ranks of a job that it started itself. Every worker prints lines of tab-separated numbers on rank 0.</summary>
internal static class Workers
{
    /// <summary>Runs a worker under MPI.</summary>
    public static int Run(string name, string[] arguments) => MpiEnvironment.Run(arguments, world =>
    {
        switch (name)
        {
            case "messages": MessagesWorker.Run(world); return 0;
            case "step": StepWorker.Run(world, arguments); return 0;
            case "call": CallWorker.Run(world); return 0;
            case "wrap": WrapWorker.Run(world); return 0;
            case "elementwise": ElementwiseWorker.Run(world, arguments); return 0;
            case "strided": StridedWorker.Run(world, arguments); return 0;
            case "reductions": ReductionsWorker.Run(world); return 0;
            case "stencil": StencilWorker.Run(world); return 0;
            case "redistribution": RedistributionWorker.Run(world); return 0;
            case "halo": HaloWorker.Run(world); return 0;
            case "memory": MemoryWorker.Run(); return 0;
            case "overhead": OverheadWorker.Run(world); return 0;
            case "io": IOWorker.Run(world, arguments); return 0;
            case "snapshots": SnapshotWorker.Run(world, arguments); return 0;
            case "trilinos": TrilinosWorker.Run(world); return 0;
            case "trilinos-first": FirstUseWorker.Run(world); return 0;
            default: throw new ArgumentException($"There is no worker '{name}'.", nameof(name));
        }
    });

    /// <summary>The command of a worker, for mpiexec.</summary>
    public static string[] Command(string name, params ReadOnlySpan<string> arguments) =>
        [Environment.ProcessPath!, typeof(Workers).Assembly.Location, "--worker", name, .. arguments];
}
