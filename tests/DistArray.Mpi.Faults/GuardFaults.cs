using System.Runtime.CompilerServices;
using DistArray;
using DistArray.Mpi;

/// <summary>Faults that only the guards find: ranks that wait for what never comes, ranks in different calls, and what is left behind.</summary>
internal static class GuardFaults
{
    private const int WatchedThreads = 64;

    /// <summary>Fails as the name says; null where it is the name of another fault.</summary>
    public static int? Run(string fault, Communicator world)
    {
        bool last = world.Rank == world.Size - 1;
        switch (fault)
        {
            case "watch-barrier":
                if (last) Compute();
                world.Barrier();
                break;
            case "watch-return":
                if (!last) world.Barrier();
                break;
            case "watch-end":
                if (last) Compute();
                break;
            case "watch-wait":
                if (!last) world.ImmediateReceive(new double[4].AsMemory(), world.Size - 1, 8).Wait();
                Compute();
                break;
            case "watch-part":
                using (Communicator half = world.Split(world.Rank % 2, 0)!)
                {
                    if (world.Rank != 0) half.Allreduce(1.5, Operation<double>.Add);
                    world.Barrier();
                }
                break;
            case "watch-api":
                MpiEnvironment.SetWatchdog(TimeSpan.FromSeconds(1.5));
                if (last) Compute();
                world.Barrier();
                break;
            case "watch-threads":
                for (int i = 0; i < 2 * WatchedThreads; i++) Join([new Thread(world.Barrier)]);
                if (last) Compute();
                Join([new Thread(world.Barrier)]);
                break;
            case "watch-crowd":
                if (last) Compute();
                Join([.. Enumerable.Range(0, WatchedThreads + 6).Select(tag => new Thread(() => world.Receive<int>(world.Size - 1, tag)))]);
                break;
            case "watch-slow":
                // Slow, but nobody waits as long as the limit.
                for (int i = 0; i < 4; i++)
                {
                    if (last) Thread.Sleep(400);
                    world.Barrier();
                }
                Console.WriteLine($"rank {world.Rank} done");
                break;
            case "check-operation":
                if (last) world.Barrier();
                else world.Allreduce(world.Rank + 0.5, Operation<double>.Add);
                break;
            case "check-end":
                if (!last) world.Barrier();
                break;
            case "check-missing":
                if (last) Compute();
                world.Barrier();
                break;
            case "check-caught":
                Console.WriteLine($"rank {world.Rank} caught {Catch(world)} and went on to {world.Allreduce(1, Operation<int>.Add)}");
                break;
            case "check-site":
                FromTwoPlaces(world, last);
                Console.WriteLine($"rank {world.Rank} done");
                break;
            case "check-immediate":
                CallImmediately(world, last);
                break;
            case "leaks":
                Leak(world);
                break;
            case "no-leaks":
                using (DistArray<double> array = Np.Zeros<double>(new Distribution(world, [12], "b")))
                using (Communicator copy = world.Duplicate())
                using (DistArray<double> sum = (array + 1.0).Evaluate())
                    copy.Barrier();
                break;
            default:
                return null;
        }
        return 0;
    }

    private static void Join(Thread[] threads)
    {
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Compute()
    {
        while (true) Thread.Sleep(10);
    }

    [MethodImpl(MethodImplOptions.NoOptimization)]
    private static void FromTwoPlaces(Communicator world, bool last)
    {
        if (last) world.Barrier();
        else world.Barrier();
    }

    private static void CallImmediately(Communicator world, bool last)
    {
        // Correct, and a deadlock where a nonblocking call waits for the others: the last rank begins the barrier when rank 0 has begun it and says so.
        if (last) world.Receive<int>(0, 3);
        Request barrier = world.ImmediateBarrier();
        if (world.Rank == 0) world.Send(1, world.Size - 1, 3);
        barrier.Wait();
        Console.WriteLine($"rank {world.Rank} passed");
        int count = last ? 2 : 3;
        world.ImmediateAllreduce(new int[count].AsMemory(), new int[count].AsMemory(), Operation<int>.Add).Wait();
    }

    private static string Catch(Communicator world)
    {
        try
        {
            double value = 2.5;
            world.Broadcast(ref value, world.Rank == 0 ? 0 : 1);
            return "nothing";
        }
        catch (CollectiveMismatchException)
        {
            return nameof(CollectiveMismatchException);
        }
    }

    private static DistArray<double>? s_kept;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Leak(Communicator world)
    {
        s_kept = Np.Ones<double>(new Distribution(world, [world.Size * 4], "b"));
        for (int i = 0; i < 3; i++) _ = Np.Zeros<int>(new Distribution(world, [world.Size * 2], "b")).Size;
        world.Duplicate();
        _ = world.ImmediateReceive(new int[1].AsMemory(), world.Rank, 9);
    }
}
