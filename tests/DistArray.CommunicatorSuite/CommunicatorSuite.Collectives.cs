using System.Diagnostics;
using NUnit.Framework;

namespace DistArray.Suite;

public static partial class CommunicatorSuite
{
    public static void Barrier_ReturnsAfterEveryRankHasCalled(ICommunicator comm)
    {
        Request? started = null;
        Meet(comm, comm.Barrier);
        Meet(comm, () => (started = comm.ImmediateBarrier()).Wait());
        Assert.That(started!.IsCompleted, Is.True);
        Assert.That(started.Test(out _), Is.True);
    }

    public static void Broadcast_FromEveryRoot_GivesTheRootsValues(ICommunicator comm)
    {
        for (int root = 0; root < comm.Size; root++)
        {
            double value = comm.Rank + 0.5;
            comm.Broadcast(ref value, root);
            Assert.That(value, Is.EqualTo(root + 0.5));
            long[] values = Range(100 * comm.Rank, 5);
            comm.Broadcast<long>(values, root);
            Assert.That(values, Is.EqualTo(Range(100 * root, 5)));
        }
    }

    public static void Broadcast_OfText_KeepsUnicodeAndNull(ICommunicator comm)
    {
        int root = comm.Size - 1;
        Assert.That(comm.Broadcast(comm.Rank == root ? "ψ → ω, rank " + root : "other", root), Is.EqualTo("ψ → ω, rank " + root));
        Assert.That(comm.Broadcast((string?)null, root), Is.Null);
        Assert.That(comm.Broadcast("", root), Is.Empty);
    }

    public static void Gather_OfText_IsInRankOrder(ICommunicator comm)
    {
        string[] expected = [.. AllRanks(comm).Select(r => new string('é', r))];
        string[]? gathered = comm.Gather(new string('é', comm.Rank), comm.Size - 1);
        Assert.That(gathered, comm.Rank == comm.Size - 1 ? Is.EqualTo(expected) : Is.Null);
        Assert.That(comm.Allgather(new string('é', comm.Rank)), Is.EqualTo(expected));
    }

    public static void ImmediateBroadcast_CompletesWithTheRootsValues(ICommunicator comm)
    {
        var values = new long[] { comm.Rank, comm.Rank * 2 };
        Request request = comm.ImmediateBroadcast<long>(values, comm.Size - 1);
        request.Wait();
        Assert.That(values, Is.EqualTo(new long[] { comm.Size - 1, 2 * (comm.Size - 1) }));
    }

    public static void Gather_EqualParts_IsInRankOrder(ICommunicator comm)
    {
        for (int root = 0; root < comm.Size; root++)
        {
            var all = new long[comm.Rank == root ? 3 * comm.Size : 0];
            comm.Gather<long>(Range(3 * comm.Rank, 3), all, root);
            if (comm.Rank == root) Assert.That(all, Is.EqualTo(Range(0, 3 * comm.Size)));
            Assert.That(comm.Gather(comm.Rank, root), comm.Rank == root ? Is.EqualTo(AllRanks(comm)) : Is.Null);
        }
    }

    public static void Gather_PartsOfRankElements_WithEmptyOnes(ICommunicator comm)
    {
        int root = comm.Size / 2;
        int[] counts = AllRanks(comm);
        long total = counts.Sum();
        var all = new long[comm.Rank == root ? total : 0];
        comm.Gather<long>(Range(comm.Rank * (comm.Rank - 1L) / 2, comm.Rank), all, comm.Rank == root ? counts : default(ReadOnlySpan<int>), root);
        if (comm.Rank == root) Assert.That(all, Is.EqualTo(Range(0, total)));
    }

    public static unsafe void Gather_WithGaps_LeavesTheGaps(ICommunicator comm)
    {
        long[] counts = [.. AllRanks(comm).Select(_ => 1L)], displacements = [.. AllRanks(comm).Select(r => 2L * (comm.Size - 1 - r))];
        var all = new int[2 * comm.Size];
        Array.Fill(all, -1);
        int mine = comm.Rank;
        fixed (int* to = all) comm.Allgather(&mine, 1, to, counts, displacements, ElementType.Int32);
        Assert.That(all, Is.EqualTo(Enumerable.Range(0, 2 * comm.Size).Select(i => i % 2 == 0 ? comm.Size - 1 - (i / 2) : -1)));
    }

    public static void Allgather_EqualAndCounted_IsInRankOrder(ICommunicator comm)
    {
        var all = new long[2 * comm.Size];
        comm.Allgather<long>(Range(2 * comm.Rank, 2), all);
        Assert.That(all, Is.EqualTo(Range(0, 2 * comm.Size)));
        long[] counts = [.. AllRanks(comm).Select(r => (long)(comm.Size - 1 - r))];
        long start = counts[..comm.Rank].Sum();
        var counted = new long[counts.Sum()];
        comm.Allgather<long>(Range(start, counts[comm.Rank]), counted, counts);
        Assert.That(counted, Is.EqualTo(Range(0, counted.Length)));
    }

    public static void Scatter_EqualAndCounted_DealsInRankOrder(ICommunicator comm)
    {
        for (int root = 0; root < comm.Size; root++)
        {
            bool isRoot = comm.Rank == root;
            var part = new long[2];
            comm.Scatter<long>(isRoot ? Range(0, 2 * comm.Size) : [], part, root);
            Assert.That(part, Is.EqualTo(Range(2 * comm.Rank, 2)));
            Assert.That(comm.Scatter<long>(isRoot ? Range(50, comm.Size) : [], root), Is.EqualTo(50 + comm.Rank));
            int[] counts = AllRanks(comm);
            var counted = new long[comm.Rank];
            comm.Scatter<long>(isRoot ? Range(0, counts.Sum()) : [], isRoot ? counts : default(ReadOnlySpan<int>), counted, root);
            Assert.That(counted, Is.EqualTo(Range(comm.Rank * (comm.Rank - 1L) / 2, comm.Rank)));
        }
    }

    public static void Alltoall_EqualParts_Transposes(ICommunicator comm)
    {
        long[] send = [.. AllRanks(comm).SelectMany(r => new long[] { (100 * comm.Rank) + r, -r })];
        var received = new long[send.Length];
        comm.Alltoall<long>(send, received);
        Assert.That(received, Is.EqualTo(AllRanks(comm).SelectMany(r => new long[] { (100 * r) + comm.Rank, -comm.Rank })));
    }

    public static void Alltoall_CountedParts_GoesWhereItShould(ICommunicator comm)
    {
        // Rank s sends (s + r) mod 3 elements to rank r: some are empty.
        long[] sendCounts = [.. AllRanks(comm).Select(r => (comm.Rank + r) % 3L)];
        long[] send = [.. AllRanks(comm).SelectMany(r => Range((1000 * comm.Rank) + (10 * r), sendCounts[r]))];
        var received = new long[sendCounts.Sum()];
        comm.Alltoall<long>(send, sendCounts, received, sendCounts);
        Assert.That(received, Is.EqualTo(AllRanks(comm).SelectMany(r => Range((1000 * r) + (10 * comm.Rank), (comm.Rank + r) % 3))));
    }

    public static void Split_ByParity_NumbersByKey(ICommunicator comm)
    {
        using ICommunicator part = comm.Split(comm.Rank % 2, -comm.Rank)!;
        int[] members = [.. AllRanks(comm).Where(r => r % 2 == comm.Rank % 2).Reverse()];
        Assert.That(part.Size, Is.EqualTo(members.Length));
        Assert.That(part.Rank, Is.EqualTo(Array.IndexOf(members, comm.Rank)));
        Assert.That(part.Allgather(comm.Rank), Is.EqualTo(members));
    }

    public static void Split_Undefined_GivesNull(ICommunicator comm)
    {
        using ICommunicator? part = comm.Split(comm.Rank == 0 ? 4 : ICommunicator.Undefined, 0);
        Assert.That(part is null, Is.EqualTo(comm.Rank != 0));
        Assert.That(part?.Size ?? 1, Is.EqualTo(1));
    }

    public static void Duplicate_KeepsMessagesApart(ICommunicator comm)
    {
        using ICommunicator other = comm.Duplicate();
        Assert.That((other.Rank, other.Size), Is.EqualTo((comm.Rank, comm.Size)));
        Assert.That(comm.IsCongruentTo(other), Is.True);
        Request first = comm.ImmediateSend<int>(new[] { 1 }, Next(comm), 7), second = other.ImmediateSend<int>(new[] { 2 }, Next(comm), 7);
        Assert.That(other.Receive<int>(Previous(comm), 7), Is.EqualTo(2));
        Assert.That(comm.Receive<int>(Previous(comm), 7), Is.EqualTo(1));
        first.Wait();
        second.Wait();
    }

    public static void IsCongruentTo_PartsAndTheWhole_OnlyWhereTheRanksAreTheSame(ICommunicator comm)
    {
        using ICommunicator reversed = comm.Split(0, -comm.Rank)!;
        Assert.That(comm.IsCongruentTo(comm), Is.True);
        Assert.That(comm.IsCongruentTo(reversed), Is.EqualTo(comm.Size == 1));
    }

    public static void ThrowIfAny_OneRanksError_IsThrownOnEveryRank(ICommunicator comm)
    {
        comm.ThrowIfAny(null);
        int culprit = comm.Size - 1;
        var exception = Assert.Throws<RankFailedException>(() => comm.ThrowIfAny(comm.Rank == culprit ? new InvalidOperationException("no luck") : null))!;
        Assert.That(exception.Rank, Is.EqualTo(culprit));
        Assert.That(exception.Message, Is.EqualTo($"Rank {culprit}: InvalidOperationException: no luck"));
        exception = Assert.Throws<RankFailedException>(() => comm.ThrowIfAny(new InvalidOperationException("rank " + comm.Rank)))!;
        Assert.That(exception.Message, Does.EndWith("rank 0"));
    }

    public static void Cartesian_ShiftAndSub_FollowCOrder(ICommunicator comm)
    {
        int columns = comm.Size % 2 == 0 ? 2 : 1, rows = comm.Size / columns;
        using var grid = new CartesianCommunicator(comm, [rows, columns], [true, false]);
        Assert.That(grid.Coordinates, Is.EqualTo(new[] { comm.Rank / columns, comm.Rank % columns }));
        (int? source, int? destination) = grid.Shift(0, 1);
        Assert.That(destination, Is.EqualTo((comm.Rank + columns) % comm.Size));
        Assert.That(source, Is.EqualTo((comm.Rank - columns + comm.Size) % comm.Size));
        Assert.That(grid.Shift(1, 1).Destination, comm.Rank % columns == columns - 1 ? Is.Null : Is.EqualTo(comm.Rank + 1));
        using CartesianCommunicator row = grid.Sub([false, true]);
        Assert.That(row.Communicator.Allgather(comm.Rank), Is.EqualTo(Enumerable.Range(comm.Rank / columns * columns, columns)));
        Assert.That(() => new CartesianCommunicator(comm, [comm.Size + 1]), Throws.ArgumentException);
    }

    // The ranks come one after another, on one machine and so by one clock: none may leave before the last has come.
    private static void Meet(ICommunicator comm, Action barrier)
    {
        Thread.Sleep(3 * comm.Rank);
        long come = Stopwatch.GetTimestamp();
        barrier();
        long left = Stopwatch.GetTimestamp();
        Assert.That(left, Is.GreaterThanOrEqualTo(comm.Allreduce(come, Operation<long>.Max)));
    }
}
