using DistArray.Testing;

namespace DistArray.Mpi.Tests;

public unsafe class CommunicatorTests
{
    [MpiTest(1, 2, 3, 4)]
    public void World_IsTheWholeJob_SelfThisProcess(Communicator world)
    {
        Assert.That(Communicator.World.Name, Is.EqualTo("MPI_COMM_WORLD"));
        Assert.That(Communicator.World.ToString(), Is.EqualTo($"MPI_COMM_WORLD (rank {world.Rank} of {world.Size})"));
        Assert.That((Communicator.Self.Rank, Communicator.Self.Size), Is.EqualTo((0, 1)));
        Assert.That(MpiEnvironment.IsActive);
        Assert.That(MpiEnvironment.Version, Is.GreaterThanOrEqualTo(new Version(3, 1)));
        Assert.That(MpiEnvironment.ThreadLevel, Is.EqualTo(ThreadLevel.Multiple));
    }

    [MpiTest(1, 2, 3)]
    public void CompareTo_TellsTheFourCases(Communicator world)
    {
        using Communicator reversed = world.Split(0, -world.Rank)!;
        Assert.That(world.CompareTo(world), Is.EqualTo(CommunicatorComparison.Identical));
        Assert.That(world.CompareTo(Communicator.World), Is.EqualTo(CommunicatorComparison.Congruent));
        Assert.That(world.CompareTo(reversed), Is.EqualTo(world.Size == 1 ? CommunicatorComparison.Congruent : CommunicatorComparison.Similar));
        Assert.That(world.CompareTo(Communicator.Self), Is.EqualTo(world.Size == 1 ? CommunicatorComparison.Congruent : CommunicatorComparison.Unequal));
        Assert.That(world.IsCongruentTo(Communicator.World));
        Communicator gone = Communicator.World.Duplicate();
        gone.Dispose();
        Assert.That(world.IsCongruentTo(gone), Is.False);
        Assert.That(gone.IsCongruentTo(world), Is.False);
        Assert.That(world.IsCongruentTo(new SelfCommunicator()), Is.EqualTo(world.Size == 1));
    }

    [MpiTest(2)]
    public void FortranHandle_AndBack_IsTheSameCommunicator(Communicator world)
    {
        using var again = Communicator.FromFortranHandle(world.FortranHandle);
        Assert.That(again.Handle, Is.EqualTo(world.Handle));
        Assert.That(Communicator.FromHandle(world.Handle).CompareTo(world), Is.EqualTo(CommunicatorComparison.Identical));
        again.Dispose();
        world.Barrier();
        Assert.That(() => Communicator.FromFortranHandle(-5), Throws.ArgumentException.With.Message.Contains("-5"));
        Assert.That(() => Communicator.FromHandle(0), Throws.ArgumentException);
    }

    [MpiTest(1, 2)]
    public void Dispose_OfADuplicate_EndsItsUse_AndOfWorldNothing(Communicator world)
    {
        Communicator copy = world.Duplicate();
        copy.Dispose();
        copy.Dispose();
        Assert.That(copy.Barrier, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => copy.Handle, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That((copy.Rank, copy.Size), Is.EqualTo((world.Rank, world.Size)));
        Communicator.World.Dispose();
        Communicator.World.Barrier();
    }

    [MpiTest(1, 2)]
    public void Receive_OfTooLongAMessage_ThrowsTheClassWithTheRank(Communicator world)
    {
        long[] sent = [11, 12, 13, 14], room = [0, 0];
        fixed (long* from = sent, to = room)
        {
            Request request = world.ImmediateSend(from, 4, ElementType.Int64, world.Rank, 3);
            nint buffer = (nint)to;
            var error = Assert.Throws<MpiException>(() => world.Receive((void*)buffer, 2, ElementType.Int64, world.Rank, 3))!;
            Assert.That(error.ErrorClass, Is.EqualTo(MpiErrorClass.Truncate));
            Assert.That(error.Message, Does.StartWith($"Rank {world.Rank} of {world.Size}: MPI_Recv: "));
            request.Wait();
        }
    }

    [MpiTest(2, 3, 4)]
    public void Gather_OfACountTheRootDoesNotExpect_ThrowsThere(Communicator world)
    {
        long[] counts = new long[world.Size], displacements = new long[world.Size];
        Array.Fill(counts, 2);
        int[] all = new int[2 * world.Size], mine = [world.Rank, world.Rank + 10];
        bool last = world.Rank == world.Size - 1;
        fixed (int* from = mine, to = all)
        {
            nint source = (nint)from, target = (nint)to;
            void Gather() => world.Gather((void*)source, last ? 1 : 2, (void*)target, counts, displacements, ElementType.Int32, 0);
            if (world.Rank == 0)
                Assert.That(Gather, Throws.InstanceOf<MpiException>().With.Message.EqualTo(
                    $"Rank 0 of {world.Size}: rank {world.Size - 1} sent 1 elements to rank 0, which expects 2"));
            else
                Gather();
        }
    }
}
