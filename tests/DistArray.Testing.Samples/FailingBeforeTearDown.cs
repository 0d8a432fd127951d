using DistArray.Mpi;

namespace DistArray.Testing.Samples;

/// <summary>A fixture whose tear-down waits for all ranks.</summary>
public class FailingBeforeTearDown
{
    [TearDown]
    public void WaitForAll() => Communicator.World.Barrier();

    [MpiTest(3)]
    public void OneRank_WhileTheOthersSleep(ICommunicator world)
    {
        if (world.Rank == 1) throw new InvalidOperationException("thrown before tear-down");
        Thread.Sleep(TimeSpan.FromMinutes(5));
    }
}
