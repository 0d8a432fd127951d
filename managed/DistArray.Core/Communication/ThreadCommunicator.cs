namespace DistArray;

/// <summary>A communicator whose ranks are threads of this process: many ranks in milliseconds, for tests and for trying things out.</summary>
public sealed class ThreadCommunicator : InProcessCommunicator
{
    private ThreadCommunicator(InProcessGroup group, int rank) : base(group, rank) { }

    /// <summary>Runs a program on a number of ranks and returns when all have finished.</summary>
    /// <param name="size">Number of ranks.</param>
    /// <param name="body">What each rank does with its communicator.</param>
    /// <param name="timeout">When to give up; 60 seconds if null.</param>
    /// <exception cref="RankFailedException">A rank threw, or the ranks wait for each other. The first failure is told; ranks that waited
    /// for others have thrown, too.</exception>
    /// <exception cref="TimeoutException">Ranks still run; says which, and which wait in which operation. Those that wait have thrown;
    /// a thread that computes cannot be stopped and goes on in the background.</exception>
    public static void Run(int size, Action<ICommunicator> body, TimeSpan? timeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentNullException.ThrowIfNull(body);
        var world = new InProcessWorld(size);
        var group = new InProcessGroup(world, [.. Enumerable.Range(0, size)]);
        var threads = new Thread[size];
        for (int r = 0; r < size; r++)
        {
            int rank = r;
            threads[r] = new Thread(() => RunRank(world, group, rank, body)) { IsBackground = true, Name = $"rank {rank}" };
            threads[r].Start();
        }
        Join(threads, world, timeout ?? TimeSpan.FromSeconds(60));
        world.ThrowIfFailed();
    }

    /// <summary>"ThreadCommunicator, rank R of N".</summary>
    public override string ToString() => $"{nameof(ThreadCommunicator)}, rank {Rank} of {Size}";

    private protected override InProcessCommunicator Create(InProcessGroup group, int rank) => new ThreadCommunicator(group, rank);

    private static void RunRank(InProcessWorld world, InProcessGroup group, int rank, Action<ICommunicator> body)
    {
        try
        {
            body(new ThreadCommunicator(group, rank));
        }
        catch (Exception exception)
        {
            world.Fail(rank, $"{exception.GetType().Name}: {exception.Message}", exception);
        }
        world.Finish(rank);
    }

    private static void Join(Thread[] threads, InProcessWorld world, TimeSpan timeout)
    {
        DateTime deadline = DateTime.UtcNow + timeout;
        foreach (Thread thread in threads)
        {
            TimeSpan left = deadline - DateTime.UtcNow;
            if (thread.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero)) continue;
            string text = $"not finished after {timeout.TotalSeconds:0.###} s: {world.Describe()}";
            world.Fail(Array.IndexOf(threads, thread), text, null);
            throw new TimeoutException($"ThreadCommunicator: {text}. Give more time, or look where the ranks that run are.");
        }
    }
}
