using DistArray.Suite;
using DistArray.Testing;

namespace DistArray.Mpi.Tests;

/// <summary>With collective calls checked and noted: what is right stays right, and what differs is thrown on every rank, after which the communicator still works.</summary>
public class CheckedCollectiveTests
{
    private static readonly Dictionary<string, Action<Communicator, bool>> Mismatches = new()
    {
        ["operation"] = (world, other) => { if (other) world.Barrier(); else world.Allreduce(1.5, Operation<double>.Add); },
        ["reduction"] = (world, other) => world.Allreduce(1.5, other ? Operation<double>.Max : Operation<double>.Add),
        ["type"] = (world, other) => { if (other) world.Allgather(1f); else world.Allgather(1); },
        ["count"] = (world, other) => world.Broadcast(new int[other ? 3 : 2].AsSpan(), 0),
        ["root"] = (world, other) => world.Reduce(2, Operation<int>.Add, other ? 1 : 0),
        ["counts"] = (world, other) => ReduceScatter(world, first: other ? 4 : 3, last: other ? 2 : 3),
        ["split"] = (world, other) => { using Communicator? made = other ? world.Duplicate() : world.Split(0, 0); },
        ["nonblocking"] = (world, other) => { if (other) world.Barrier(); else world.ImmediateBarrier().Wait(); },
    };

    private static IEnumerable<TestCaseData> Names => Mismatches.Keys.Select(name => new TestCaseData(name).SetName($"Mismatch_Of_{name}_IsThrownOnEveryRank"));

    [MpiTest(1, 2, 3, 4)]
    public void Behaviours_WithEverythingChecked_AreAsBefore(Communicator world)
    {
        int others = MpiRequest.ActiveCount;
        Guarded(() =>
        {
            using Communicator copy = world.Duplicate();
            foreach (Action<ICommunicator> behaviour in CommunicatorSuite.All.Values)
            {
                behaviour(world);
                behaviour(copy);
                world.Barrier(); // some receive from anybody
                copy.Barrier();
            }
        });
        Assert.That(MpiRequest.ActiveCount, Is.EqualTo(others));
    }

    [MpiTest(2, 3)]
    [MpiTestCaseSource(nameof(Names))]
    public void Mismatch_IsThrownOnEveryRank(Communicator world, string name)
    {
        // On a communicator of its own, since what was begun on it may be left there.
        Guarded(() =>
        {
            Communicator copy = world.Duplicate();
            bool last = world.Rank == world.Size - 1;
            CollectiveMismatchException thrown = Assert.Throws<CollectiveMismatchException>(() => Mismatches[name](copy, last))!;
            Assert.That(thrown.Message, Does.Contain($"  rank {world.Size - 1}: ").And.Contain(world.Size == 2 ? "  rank 0: " : "  ranks 0"));
            Assert.That(world.Allgather(thrown.Message), Is.All.EqualTo(thrown.Message));
            if (name != "nonblocking") copy.Dispose();
        });
    }

    [MpiTest(1, 2, 4)]
    public void CurrentOperation_IsWhatThisProcessWaitsIn(Communicator world)
    {
        MpiEnvironment.SetWatchdog(Timeout.InfiniteTimeSpan);
        Assert.That(Communicator.CurrentOperation, Is.Null);
        if (world.Rank == 0)
        {
            Thread.Sleep(300);
            world.Barrier();
            return;
        }
        string? seen = null;
        var asking = new Thread(() =>
        {
            while ((seen = Communicator.CurrentOperation) is null) Thread.Sleep(5);
        }) { IsBackground = true };
        asking.Start();
        world.Barrier();
        asking.Join(TimeSpan.FromSeconds(1));
        Assert.That(seen, Does.Match(@"^Barrier on .*MPI_COMM_WORLD, for 0\.\d s$"));
    }

    [MpiTest(2)]
    public void SetWatchdog_ToNoTimeOnOneRank_ThrowsOnAll(Communicator world) =>
        Assert.That(() => MpiEnvironment.SetWatchdog(world.Rank == 1 ? TimeSpan.Zero : TimeSpan.FromMinutes(5)), Throws.TypeOf<RankFailedException>().With.Message.Contains("10 ms or more"));

    private static void Guarded(Action body)
    {
        MpiEnvironment.SetWatchdog(TimeSpan.FromMinutes(5));
        MpiEnvironment.SetChecking(true);
        body();
        MpiEnvironment.SetChecking(false);
        MpiEnvironment.SetWatchdog(Timeout.InfiniteTimeSpan);
    }

    private static void ReduceScatter(Communicator world, int first, int last)
    {
        int[] counts = [first, .. Enumerable.Repeat(3, world.Size - 2), last];
        world.ReduceScatter(new double[3 * world.Size], new double[counts[world.Rank]], counts, Operation<double>.Add);
    }
}
