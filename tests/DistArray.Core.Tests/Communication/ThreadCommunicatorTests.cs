namespace DistArray.Core.Tests.Communication;

public class ThreadCommunicatorTests
{
    [Test]
    public void Run_OneRankThrows_WakesTheOthersWithItsNumber()
    {
        var woken = new string?[3];
        var failure = Assert.Throws<RankFailedException>(() => ThreadCommunicator.Run(3, comm =>
        {
            if (comm.Rank == 1) throw new InvalidOperationException("broken");
            try
            {
                comm.Barrier();
            }
            catch (CommunicationException exception)
            {
                woken[comm.Rank] = exception.Message;
                throw;
            }
        }))!;
        Assert.That(failure.Rank, Is.EqualTo(1));
        Assert.That(failure.InnerException, Is.TypeOf<InvalidOperationException>());
        Assert.That(woken, Is.EqualTo(new[] { "Rank 1: InvalidOperationException: broken", null, "Rank 1: InvalidOperationException: broken" }));
    }

    [Test]
    public void Run_EveryRankReceives_IsADeadlockThatNamesTheOperations()
    {
        var failure = Assert.Throws<RankFailedException>(() => ThreadCommunicator.Run(2, comm => comm.Receive<int>(1 - comm.Rank, 7)))!;
        Assert.That(failure.Message, Does.Contain("deadlock")
            .And.Contain("rank 0 waits in Receive(1 Int32, 1, 7)").And.Contain("rank 1 waits in Receive(1 Int32, 0, 7)"));
    }

    [Test]
    public void Run_OneRankLeavesBeforeACollective_IsADeadlock()
    {
        var failure = Assert.Throws<RankFailedException>(() => ThreadCommunicator.Run(3, comm =>
        {
            if (comm.Rank != 2) comm.Barrier();
        }))!;
        Assert.That(failure.Message, Does.Contain("rank 0 waits in Barrier").And.Contain("rank 2 has finished"));
    }

    [Test]
    public void Run_ARankComputesTooLong_TimesOutAndSaysWho()
    {
        using var stop = new ManualResetEventSlim();
        var timeout = Assert.Throws<TimeoutException>(() => ThreadCommunicator.Run(2, comm =>
        {
            if (comm.Rank == 0) comm.Barrier();
            else stop.Wait();
        }, TimeSpan.FromSeconds(0.2)))!;
        stop.Set();
        Assert.That(timeout.Message, Does.Contain("rank 0 waits in Barrier").And.Contain("rank 1 runs"));
    }

    [Test]
    public void Collectives_OfDifferentKindCountRootOrType_ThrowOnEveryRank()
    {
        Disagree("Broadcast(2 Int32, root 0)", "Barrier", comm => comm.Broadcast<int>(new int[2], 0), comm => comm.Barrier());
        Disagree("Broadcast(2 Int32, root 0)", "Broadcast(3 Int32, root 0)", comm => comm.Broadcast<int>(new int[2], 0), comm => comm.Broadcast<int>(new int[3], 0));
        Disagree("Broadcast(2 Int32, root 0)", "Broadcast(2 Int32, root 1)", comm => comm.Broadcast<int>(new int[2], 0), comm => comm.Broadcast<int>(new int[2], 1));
        Disagree("Broadcast(1 Int32, root 0)", "Broadcast(1 Float32, root 0)", comm => comm.Broadcast<int>(new int[1], 0), comm => comm.Broadcast<float>(new float[1], 0));
        Disagree("Allreduce(1 Int32, Add)", "Allreduce(1 Int32, Max)", comm => comm.Allreduce(1, Operation<int>.Add), comm => comm.Allreduce(1, Operation<int>.Max));
    }

    [Test]
    public void Gather_CountsThatDisagree_ThrowOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        var exception = Assert.Throws<CommunicationException>(() => comm.Gather<int>(new int[comm.Rank + 1], comm.Rank == 0 ? new int[5] : [], comm.Rank == 0 ? [1, 2, 2] : default(ReadOnlySpan<int>), 0))!;
        Assert.That(exception.Message, Does.Contain("rank 2 sends 3 elements to rank 0, which expects 2"));
    });

    [Test]
    public void Allreduce_UserOperationThrows_ThrowsOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        var bad = new Operation<int>((_, _) => throw new ArithmeticException("no sum"));
        Assert.That(() => comm.Allreduce(1, bad), Throws.TypeOf<CommunicationException>().With.Message.Contains("no sum"));
        comm.Barrier();
    });

    [Test]
    public void Receive_OfAnotherType_Throws() => ThreadCommunicator.Run(2, comm =>
    {
        comm.Send(1.5, comm.Rank, 1);
        Assert.That(() => comm.Receive<long>(comm.Rank, 1), Throws.TypeOf<CommunicationException>().With.Message.Contains("Float64"));
    });

    [Test]
    public void SelfCommunicator_ReceiveWithoutMessage_ThrowsAndStaysUsable()
    {
        using var comm = new SelfCommunicator();
        Assert.That(() => comm.Receive<int>(0, 3), Throws.TypeOf<CommunicationException>().With.Message.Contains("would wait for ever"));
        Assert.That(() => comm.Probe(0, 3), Throws.TypeOf<CommunicationException>());
        comm.Barrier();
    }

    [Test]
    public void SelfCommunicator_ReceiveThatThrew_TakesNoLaterMessage()
    {
        using var comm = new SelfCommunicator();
        int[] abandoned = [-1], wanted = [-1];
        Assert.That(() => comm.Receive<int>(abandoned, 0, 3), Throws.TypeOf<CommunicationException>());
        Assert.That(() => comm.SendReceive<int>(new[] { 1 }, 0, abandoned, 0, 4).Tag, Is.EqualTo(4));
        abandoned[0] = -1;
        comm.Send(42, 0, 3);
        Assert.That(comm.Receive<int>(wanted, 0, 3).Bytes, Is.EqualTo(4));
        Assert.That((wanted[0], abandoned[0]), Is.EqualTo((42, -1)));
    }

    [Test]
    public void Dispose_ThenUse_ThrowsObjectDisposed()
    {
        var comm = new SelfCommunicator();
        comm.Dispose();
        Assert.That(comm.Barrier, Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => comm.Send(1, 0), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void Operation_ThatTheTypeHasNot_SaysSo()
    {
        Assert.That(() => Operation<System.Numerics.Complex>.Min, Throws.TypeOf<NotSupportedException>().With.Message.Contains("Min"));
        Assert.That(() => Operation<bool>.Add, Throws.TypeOf<NotSupportedException>().With.Message.Contains("Boolean"));
        Assert.That(() => Operation<int>.LogicalAnd, Throws.TypeOf<NotSupportedException>());
        Assert.That(() => Operation<double>.BitwiseOr, Throws.TypeOf<NotSupportedException>());
        Assert.That(() => new Operation<decimal>((a, b) => a + b), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Decimal"));
    }

    private static void Disagree(string first, string second, Action<ICommunicator> onRank0, Action<ICommunicator> elsewhere) => ThreadCommunicator.Run(2, comm =>
    {
        var exception = Assert.Throws<CommunicationException>(() => (comm.Rank == 0 ? onRank0 : elsewhere)(comm))!;
        Assert.That(exception.Message, Does.Contain($"rank 0 calls {first}, rank 1 calls {second}"));
    });
}
