using System.Diagnostics;
using System.Runtime.InteropServices;
using DistArray.Testing;

namespace DistArray.IO.Tests.Stopping;

/// <summary>A signal to any rank, or the clock, stops all of them at the same check.</summary>
public partial class StopRequestTests
{
    private const int UserSignal = 10, Termination = 15;

    [MpiTest(1, 2, 3, 4)]
    public void Check_AfterASignalToOneRank_IsTheSameOnAll(ICommunicator world)
    {
        foreach ((int signal, StopReason reason) in ((int, StopReason)[])[(UserSignal, StopReason.UserSignal), (Termination, StopReason.Termination)])
        {
            using var stop = new StopRequest(world);
            for (int i = 0; i < 5; i++)
                Assert.That(stop.Check(), Is.EqualTo(StopReason.None));
            if (world.Rank == world.Size - 1)
                Assert.That(Kill(Environment.ProcessId, signal), Is.Zero);
            StopReason found = StopReason.None;
            int checks = 0;
            for (; found == StopReason.None && checks < 2000; checks++)
            {
                Thread.Sleep(1);
                found = stop.Check();
            }
            Assert.That(found, Is.EqualTo(reason));
            Assert.That(world.Allreduce(checks, Operation<int>.Max), Is.EqualTo(checks), "another check than elsewhere");
            Assert.That(stop.Check(), Is.EqualTo(reason), "it stays");
        }
    }

    [MpiTest(1, 3)]
    public void Check_NearTheWallLimit_StopsAMarginBefore(ICommunicator world)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan limit = world.Allreduce((DateTime.Now - process.StartTime).Ticks, Operation<long>.Max) is var ticks ? TimeSpan.FromTicks(ticks) + TimeSpan.FromSeconds(2) : default;
        using var stop = new StopRequest(world, limit, margin: TimeSpan.FromSeconds(0.5));
        Assert.That(stop.Check(), Is.EqualTo(StopReason.None));
        StopReason found = StopReason.None;
        while (found == StopReason.None && DateTime.Now - process.StartTime < limit + TimeSpan.FromSeconds(5))
        {
            Thread.Sleep(20);
            found = stop.Check();
        }
        TimeSpan left = limit - (DateTime.Now - process.StartTime);
        Assert.That(found, Is.EqualTo(StopReason.WallLimit));
        Assert.That(world.Allreduce(left.TotalSeconds, Operation<double>.Min), Is.InRange(0.1, 1.6));
    }

    [Test]
    public void Constructor_OfLimitsWithoutSense_IsRefused()
    {
        using var world = new SelfCommunicator();
        Assert.That(() => new StopRequest(world, TimeSpan.Zero), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new StopRequest(world, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new StopRequest(world, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(-1)), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
