using System.Runtime.InteropServices;
using System.Diagnostics;
using DistArray.Mpi;

namespace DistArray.Benchmarks.Main;

/// <summary>Messages from C# and from C in one job of two ranks, in turn.</summary>
internal static unsafe class MessagesWorker
{
    private const int Samples = 31;

    /// <summary>Prints a line for every sample: name, ours, the peer's, in seconds.</summary>
    public static void Run(Communicator world)
    {
        var memory = (byte*)NativeMemory.AlignedAlloc(1 << 20, 4096);
        NativeMemory.Clear(memory, 1 << 20);
        Measure(world, "ping 8 B", iterations => Ping(world, new Span<byte>(memory, 8), iterations), iterations => Peers.Ping(memory, 8, iterations), 50_000);
        Measure(world, "ping 1 MB", iterations => Ping(world, new Span<byte>(memory, 1 << 20), iterations), iterations => Peers.Ping(memory, 1 << 20, iterations), 500);
        Measure(world, "all-reduce of one double", iterations => Allreduce(world, iterations), Peers.Allreduce, 50_000);
        NativeMemory.AlignedFree(memory);
    }

    private static void Measure(Communicator world, string name, Func<int, double> ours, Func<int, double> peer, int iterations)
    {
        // Past the tiers of the compiler, on both sides alike.
        for (int i = 0; i < 10; i++)
        {
            ours(iterations / 4);
            peer(iterations / 4);
        }
        for (int i = 0; i < Samples; i++)
        {
            // Whoever comes first changes: a drift of the machine favours neither.
            double first = i % 2 == 0 ? ours(iterations) : peer(iterations), second = i % 2 == 0 ? peer(iterations) : ours(iterations);
            if (world.Rank == 0) Console.WriteLine($"{name}\t{(i % 2 == 0 ? first : second):R}\t{(i % 2 == 0 ? second : first):R}");
        }
    }

    private static double Ping(Communicator world, Span<byte> buffer, int iterations)
    {
        world.Barrier();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < iterations; i++)
        {
            if (world.Rank == 0)
            {
                world.Send(buffer, 1, 0);
                world.Receive(buffer, 1, 0);
            }
            else if (world.Rank == 1)
            {
                world.Receive(buffer, 0, 0);
                world.Send(buffer, 0, 0);
            }
        }
        return Stopwatch.GetElapsedTime(start).TotalSeconds / iterations / 2;
    }

    private static double Allreduce(Communicator world, int iterations)
    {
        world.Barrier();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < iterations; i++) world.Allreduce(1.0, Operation<double>.Add);
        return Stopwatch.GetElapsedTime(start).TotalSeconds / iterations;
    }
}
