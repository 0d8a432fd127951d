namespace DistArray.Cli.SelfTesting;

/// <summary>Messages and collectives against what they must give.</summary>
internal static class CommunicationTests
{
    /// <summary>Every rank sends to the next and receives from the one before, a short message and a long one.</summary>
    public static unsafe string? Messages(ICommunicator world, string folder)
    {
        int next = (world.Rank + 1) % world.Size, before = (world.Rank + world.Size - 1) % world.Size;
        foreach (int count in (int[])[1, 300_000])
        {
            double[] sent = [.. Enumerable.Range(0, count).Select(i => world.Rank * 1e6 + i)], received = new double[count];
            fixed (double* send = sent, receive = received)
                world.SendReceive(send, count, next, 7, receive, count, before, 7, ElementType.Float64);
            for (int i = 0; i < count; i++) WrongException.IfDifferent(received[i], before * 1e6 + i, $"element {i} of {count} from rank {before}");
        }
        return null;
    }

    /// <summary>Reductions, broadcasts and gathers.</summary>
    public static string? Collectives(ICommunicator world, string folder)
    {
        int n = world.Size;
        WrongException.IfDifferent(world.Allreduce(world.Rank + 1L, Operation<long>.Add), n * (n + 1L) / 2, "the sum of 1 to the number of ranks");
        WrongException.IfDifferent(world.Allreduce(world.Rank * 1.5, Operation<double>.Max), (n - 1) * 1.5, "the largest of all ranks");
        int number = world.Rank == n - 1 ? 42 : 0;
        world.Broadcast(ref number, n - 1);
        WrongException.IfDifferent(number, 42, $"what rank {n - 1} sends to all");
        int[] all = world.Allgather(world.Rank * world.Rank);
        for (int rank = 0; rank < n; rank++) WrongException.IfDifferent(all[rank], rank * rank, $"what rank {rank} gathered");
        world.Barrier();
        return null;
    }
}
