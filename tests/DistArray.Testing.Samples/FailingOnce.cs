using DistArray.Mpi;

namespace DistArray.Testing.Samples;

/// <summary>A fixture whose one-time set-up fails on one rank, the first time.</summary>
public class FailingOnce
{
    private static int s_setUps;

    [OneTimeSetUp]
    public void SetUp()
    {
        if (s_setUps++ == 0 && Communicator.World.Rank == 1) throw new InvalidOperationException("no input on this rank");
    }

    [MpiTest(2)]
    public void A_First(ICommunicator world) => Assert.That(world.Size, Is.EqualTo(2));

    [MpiTest(2)]
    public void B_Second(ICommunicator world) => Assert.That(world.Allreduce(s_setUps, Operation<int>.Add), Is.EqualTo(4));
}

/// <summary>A fixture whose one-time tear-down fails.</summary>
public class FailingTearDown
{
    [OneTimeTearDown]
    public void TearDown() => throw new InvalidOperationException("the files are still open");

    [MpiTest(2)]
    public void Passes(ICommunicator world) => Assert.That(world.Size, Is.EqualTo(2));
}
