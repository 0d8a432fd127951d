using NUnit.Framework;

namespace DistArray.Suite;

public static partial class CommunicatorSuite
{
    public static void RankAndSize_NumberTheRanks(ICommunicator comm)
    {
        Assert.That(comm.Rank, Is.InRange(0, comm.Size - 1));
        Assert.That(comm.Allgather(comm.Rank), Is.EqualTo(AllRanks(comm)));
    }

    public static void Send_RingOfValues_ArrivesFromPrevious(ICommunicator comm)
    {
        Request sent = comm.ImmediateSend<long>(new long[] { 100 + comm.Rank }, Next(comm), 3);
        Assert.That(comm.Receive<long>(Previous(comm), 3), Is.EqualTo(100 + Previous(comm)));
        sent.Wait();
    }

    public static void Send_FromLowerToHigher_KeepsEveryElementAndTheStatus(ICommunicator comm)
    {
        if (comm.Rank > 0) comm.Send<long>(Range(10 * comm.Rank, comm.Rank), 0, comm.Rank);
        if (comm.Rank > 0) return;
        for (int r = 1; r < comm.Size; r++)
        {
            var room = new long[comm.Size + 1];
            Status status = comm.Receive<long>(room, r, r);
            Assert.That(status, Is.EqualTo(new Status(r, r, r * 8)));
            Assert.That(status.Count<long>(), Is.EqualTo(r));
            Assert.That(room[..r], Is.EqualTo(Range(10 * r, r)));
            Assert.That(room[r..], Is.All.EqualTo(0L));
        }
    }

    public static void Send_OfNoElements_IsAMessage(ICommunicator comm)
    {
        Request sent = comm.ImmediateSend(ReadOnlyMemory<double>.Empty, Next(comm), 4);
        Status status = comm.Receive(Span<double>.Empty, ICommunicator.AnySource, 4);
        Assert.That(status, Is.EqualTo(new Status(Previous(comm), 4, 0)));
        sent.Wait();
    }

    public static void Receive_SameSourceAndTag_KeepsOrder(ICommunicator comm)
    {
        var list = new RequestList();
        for (int i = 0; i < 20; i++) list.Add(comm.ImmediateSend<int>(new[] { (1000 * comm.Rank) + i }, Next(comm), 5));
        for (int i = 0; i < 20; i++) Assert.That(comm.Receive<int>(Previous(comm), 5), Is.EqualTo((1000 * Previous(comm)) + i));
        list.WaitAll();
    }

    public static void Receive_ByTag_OvertakesOtherTags(ICommunicator comm)
    {
        var list = new RequestList();
        list.Add(comm.ImmediateSend<int>(new[] { 1 }, Next(comm), 11));
        list.Add(comm.ImmediateSend<int>(new[] { 2 }, Next(comm), 12));
        Assert.That(comm.Receive<int>(Previous(comm), 12), Is.EqualTo(2));
        Assert.That(comm.Receive<int>(Previous(comm), 11), Is.EqualTo(1));
        list.WaitAll();
    }

    public static void Receive_FromAnySource_SeesEverySenderOnce(ICommunicator comm)
    {
        var list = new RequestList();
        for (int r = 0; r < comm.Size; r++) list.Add(comm.ImmediateSend<int>(new[] { comm.Rank * 7 }, r, 20 + comm.Rank));
        var seen = new List<int>();
        for (int r = 0; r < comm.Size; r++)
        {
            var value = new int[1];
            Status status = comm.Receive<int>(value, ICommunicator.AnySource, ICommunicator.AnyTag);
            Assert.That(status.Tag, Is.EqualTo(20 + status.Source));
            Assert.That(value[0], Is.EqualTo(7 * status.Source));
            seen.Add(status.Source);
        }
        list.WaitAll();
        Assert.That(seen, Is.EquivalentTo(AllRanks(comm)));
    }

    public static void SendReceive_Ring_ShiftsByOne(ICommunicator comm)
    {
        var got = new double[2];
        Status status = comm.SendReceive<double>(new[] { comm.Rank + 0.25, comm.Rank + 0.5 }, Next(comm), got, Previous(comm), 6);
        Assert.That(got, Is.EqualTo(new[] { Previous(comm) + 0.25, Previous(comm) + 0.5 }));
        Assert.That(status.Source, Is.EqualTo(Previous(comm)));
        Assert.That(comm.SendReceive(comm.Rank, Next(comm), Previous(comm)), Is.EqualTo(Previous(comm)));
    }

    public static void SendReceive_OfOneElement_RefusesAnEmptyMessage(ICommunicator comm)
    {
        // What is sent to oneself and not received yet need not be kept: MPICH would wait for ever.
        if (comm.Size == 1) return;
        Request empty = comm.ImmediateSend(ReadOnlyMemory<int>.Empty, Next(comm), 7);
        Assert.That(() => comm.SendReceive(5, Next(comm), Previous(comm), 7), Throws.InstanceOf<CommunicationException>());
        Assert.That(comm.Receive<int>(Previous(comm), 7), Is.EqualTo(5));
        empty.Wait();
    }

    public static void Probe_TellsSizeBeforeReceiving(ICommunicator comm)
    {
        Request sent = comm.ImmediateSend<int>(new int[comm.Rank + 1], Next(comm), 8);
        Status status = comm.Probe(Previous(comm), ICommunicator.AnyTag);
        Assert.That(status, Is.EqualTo(new Status(Previous(comm), 8, 4 * (Previous(comm) + 1))));
        Assert.That(comm.ReceiveArray<int>(Previous(comm), 8), Has.Length.EqualTo(Previous(comm) + 1));
        sent.Wait();
    }

    public static void ImmediateProbe_IsNullUntilThereIsAMessage(ICommunicator comm)
    {
        Assert.That(comm.ImmediateProbe(ICommunicator.AnySource, ICommunicator.AnyTag), Is.Null);
        comm.Barrier();
        Request sent = comm.ImmediateSend<byte>(new byte[] { 1, 2, 3 }, Next(comm), 9);
        Status? status;
        do status = comm.ImmediateProbe(Previous(comm), 9); while (status is null);
        Assert.That(status, Is.EqualTo(new Status(Previous(comm), 9, 3)));
        Assert.That(comm.ReceiveArray<byte>(Previous(comm), 9), Is.EqualTo(new byte[] { 1, 2, 3 }));
        sent.Wait();
    }

    public static void SelfMessages_OfEveryRank_Work(ICommunicator comm)
    {
        Request received = comm.ImmediateReceive<int>(new int[1], comm.Rank, 1);
        comm.Send(comm.Rank + 5, comm.Rank, 1);
        Assert.That(received.Wait().Source, Is.EqualTo(comm.Rank));
        Request sent = comm.ImmediateSend<int>(new[] { comm.Rank + 6 }, comm.Rank, 2);
        Assert.That(comm.Receive<int>(comm.Rank, 2), Is.EqualTo(comm.Rank + 6));
        sent.Wait();
    }

    public static void ImmediateReceive_PostedInOrder_MatchesInOrder(ICommunicator comm)
    {
        int[][] room = [new int[1], new int[1], new int[1]];
        var list = new RequestList();
        foreach (int[] one in room) list.Add(comm.ImmediateReceive<int>(one, Previous(comm), 2));
        comm.Barrier();
        for (int i = 0; i < 3; i++) comm.Send((10 * comm.Rank) + i, Next(comm), 2);
        Status[] statuses = list.WaitAll();
        Assert.That(room.Select(one => one[0]), Is.EqualTo(new[] { 0, 1, 2 }.Select(i => (10 * Previous(comm)) + i)));
        Assert.That(statuses.Select(status => status.Bytes), Is.All.EqualTo(4L));
        Assert.That(list.Count, Is.EqualTo(0));
    }

    public static void RequestList_WaitAny_TakesOutWhatHasCompleted(ICommunicator comm)
    {
        var list = new RequestList();
        int[] first = new int[1], second = new int[1];
        Request one = comm.ImmediateReceive<int>(first, comm.Rank, 31), two = comm.ImmediateReceive<int>(second, comm.Rank, 32);
        list.Add(one);
        list.Add(two);
        Assert.That(list.TestAll(out _), Is.False);
        comm.Send(320, comm.Rank, 32);
        Status status = list.WaitAny(out Request done);
        Assert.That(done, Is.SameAs(two));
        Assert.That(status.Tag, Is.EqualTo(32));
        Assert.That(second[0], Is.EqualTo(320));
        comm.Send(310, comm.Rank, 31);
        Status[] statuses;
        while (!list.TestAll(out statuses)) { }
        Assert.That(statuses.Single().Tag, Is.EqualTo(31));
        Assert.That(first[0], Is.EqualTo(310));
        Assert.That(() => list.WaitAny(out _), Throws.InvalidOperationException);
    }

    public static void RequestList_WithAFailedRequest_ThrowsOnceAndTakesItOut(ICommunicator comm)
    {
        for (int way = 0; way < 2; way++)
        {
            var list = new RequestList();
            var room = new int[1];
            // A blocking send to oneself may wait for its receive, as MPICH's does.
            Request sent = comm.ImmediateSend<int>(new[] { 1, 2, 3 }, comm.Rank, 41);
            list.Add(comm.ImmediateReceive<int>(new int[2], comm.Rank, 41));
            list.Add(comm.ImmediateReceive<int>(room, comm.Rank, 42));
            if (way == 0) Assert.That(() => list.WaitAny(out _), Throws.InstanceOf<CommunicationException>());
            else Assert.That(() => { while (!list.TestAll(out _)) { } }, Throws.InstanceOf<CommunicationException>());
            Assert.That(list.Count, Is.EqualTo(1));
            sent.Wait();
            comm.Send(43 + way, comm.Rank, 42);
            Assert.That(list.WaitAll().Single().Tag, Is.EqualTo(42));
            Assert.That(room[0], Is.EqualTo(43 + way));
        }
    }

    public static void Receive_TooLongMessage_IsAnErrorNeverCut(ICommunicator comm)
    {
        Request sent = comm.ImmediateSend<int>(new[] { 1, 2, 3 }, comm.Rank, 40);
        Assert.That(() => comm.Receive<int>(new int[2], comm.Rank, 40), Throws.InstanceOf<CommunicationException>());
        sent.Wait();
    }

    public static void Arguments_OutOfRange_ThrowBeforeAnythingIsSent(ICommunicator comm)
    {
        Assert.That(() => comm.Send(1, comm.Size), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Send(1, -1), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Send(1, 0, -1), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Receive<int>(comm.Size), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Probe(-3, 0), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Broadcast<int>(new int[1], comm.Size), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Broadcast<int>(new int[1], -1), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Gather(1, comm.Size), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Allgather<int>(new int[1], new int[comm.Size + 1]), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Allgather<int>(new int[1], new int[comm.Size], new long[comm.Size + 1]), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Allreduce<int>(new int[2], new int[1], Operation<int>.Add), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Split(-2, 0), Throws.InstanceOf<ArgumentException>());
        Assert.That(comm.ImmediateProbe(ICommunicator.AnySource, ICommunicator.AnyTag), Is.Null);
        comm.Barrier();
    }

    public static unsafe void NullBuffers_OfNoElements_AreAllowed(ICommunicator comm)
    {
        comm.Broadcast(null, 0, ElementType.Float64, 0);
        comm.Allreduce(null, null, 0, Operation<double>.Add);
        comm.Allgather(null, 0, null, ElementType.Int8);
        Assert.That(() => comm.Send(null, 1, ElementType.Float64, comm.Rank, 0), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => comm.Send(null, -1, ElementType.Float64, comm.Rank, 0), Throws.InstanceOf<ArgumentException>());
    }
}
