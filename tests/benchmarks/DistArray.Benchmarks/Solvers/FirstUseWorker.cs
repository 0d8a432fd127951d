using System.Diagnostics;
using System.Globalization;
using DistArray.Mpi;
using DistArray.Trilinos;

namespace DistArray.Benchmarks.Solvers;

/// <summary>Seconds from nothing of Trilinos to the first vector, in a process of its own.</summary>
internal static class FirstUseWorker
{
    public static void Run(Communicator world)
    {
        using DistArray<double> a = Np.Arange<double>(world, 1000);
        long start = Stopwatch.GetTimestamp();
        TpetraVector.Wrap(a).Dispose();
        double seconds = world.Allreduce(Stopwatch.GetElapsedTime(start).TotalSeconds, Operation<double>.Max);
        if (world.Rank == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first\t{seconds:R}"));
    }
}
