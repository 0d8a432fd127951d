using System.Diagnostics;

namespace DistArray.Testing.Samples;

/// <summary>Tests that hang or end their process; the last one shows that the next test runs (NUnit goes by name).</summary>
public class Breaking
{
    [SetUp]
    public void LeaveATrace() => Trace.Leave();

    [MpiTest(3, Timeout = 3)]
    public void Hangs_OnOneRank(ICommunicator world)
    {
        if (world.Rank == 1) Thread.Sleep(TimeSpan.FromMinutes(5));
        world.Barrier();
    }

    [MpiTest(2, Timeout = 3)]
    public void Returns_WhileTheOtherWaits(ICommunicator world)
    {
        if (world.Rank == 1) world.Barrier();
    }

    [MpiTest(3)]
    public void FailFast(ICommunicator world)
    {
        if (world.Rank == 1) Environment.FailFast("crash on purpose");
        world.Barrier();
    }

    [MpiTest(3)]
    public void Killed(ICommunicator world)
    {
        if (world.Rank == 2) Process.GetCurrentProcess().Kill();
        world.Barrier();
    }

    [MpiTest(3)]
    public void Exits(ICommunicator world)
    {
        if (world.Rank == 0) Environment.Exit(0);
        world.Barrier();
    }

    [MpiTest(3)]
    public void Works_AfterTheOthers(ICommunicator world) => Assert.That(world.Size, Is.EqualTo(3));

    [MpiTest(2, Timeout = 60)]
    [Explicit("whoever runs it kills the test process meanwhile")]
    public void Sleeps(ICommunicator world)
    {
        if (world.Rank == 1) Thread.Sleep(TimeSpan.FromMinutes(5));
        world.Barrier();
    }
}
