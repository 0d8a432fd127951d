using DistArray.Bindings;

namespace DistArray.Mpi;

public sealed unsafe partial class Communicator
{
    /// <inheritdoc/>
    public void Barrier()
    {
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Barrier));
        End(NativeMpi.Barrier(_handle));
    }

    /// <inheritdoc/>
    public Request ImmediateBarrier()
    {
        Call call = new(CallKind.ImmediateBarrier);
        CollectiveCheck? check = CallGuard.Switches != 0 ? BeginImmediate(call) : null;
        End(NativeMpi.Ibarrier(_handle, out long request));
        return new MpiRequest(this, request, call, null, check);
    }

    /// <inheritdoc/>
    public void Broadcast(void* buffer, long count, ElementType type, int root)
    {
        CheckBuffer(buffer, count, nameof(buffer));
        CheckRoot(root);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Broadcast, type, count, root));
        End(NativeMpi.Bcast(_handle, buffer, count, (int)type, root));
    }

    /// <inheritdoc/>
    public Request ImmediateBroadcast(void* buffer, long count, ElementType type, int root)
    {
        CheckBuffer(buffer, count, nameof(buffer));
        CheckRoot(root);
        Call call = new(CallKind.ImmediateBroadcast, type, count, root);
        CollectiveCheck? check = CallGuard.Switches != 0 ? BeginImmediate(call) : null;
        End(NativeMpi.Ibcast(_handle, buffer, count, (int)type, root, out long request));
        return new MpiRequest(this, request, call, null, check);
    }

    /// <inheritdoc/>
    public void Gather(void* send, long count, void* receive, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(send, count, nameof(send));
        if (Rank == root)
            CheckBuffer(receive, count, nameof(receive));
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Gather, type, count, root));
        End(NativeMpi.Gather(_handle, send, count, receive, (int)type, root));
    }

    /// <inheritdoc/>
    public void Allgather(void* send, long count, void* receive, ElementType type)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Allgather, type, count));
        End(NativeMpi.Allgather(_handle, send, count, receive, (int)type));
    }

    /// <inheritdoc/>
    public void Scatter(void* send, void* receive, long count, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(receive, count, nameof(receive));
        if (Rank == root)
            CheckBuffer(send, count, nameof(send));
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Scatter, type, count, root));
        End(NativeMpi.Scatter(_handle, send, receive, count, (int)type, root));
    }

    /// <inheritdoc/>
    public void Alltoall(void* send, void* receive, long count, ElementType type)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Alltoall, type, count));
        End(NativeMpi.Alltoall(_handle, send, receive, count, (int)type));
    }

    /// <inheritdoc/>
    public void Gather(void* send, long count, void* receive, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(send, count, nameof(send));
        if (Rank == root)
        {
            CheckParts(receive, counts, displacements, nameof(receive));
            CheckOwn(count, counts[root]);
        }
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.GatherCounted, type, Call.Any, root));
        fixed (long* n = counts, d = displacements)
            End(NativeMpi.Gatherv(_handle, send, count, receive, n, d, (int)type, root));
    }

    /// <inheritdoc/>
    public void Allgather(void* send, long count, void* receive, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, ElementType type)
    {
        CheckBuffer(send, count, nameof(send));
        CheckParts(receive, counts, displacements, nameof(receive));
        CheckOwn(count, counts[Rank]);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.AllgatherCounted, type, Call.HashOf(counts)));
        fixed (long* n = counts, d = displacements)
            End(NativeMpi.Allgatherv(_handle, send, count, receive, n, d, (int)type));
    }

    /// <inheritdoc/>
    public void Scatter(void* send, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, void* receive, long count, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(receive, count, nameof(receive));
        if (Rank == root)
        {
            CheckParts(send, counts, displacements, nameof(send));
            CheckOwn(count, counts[root]);
        }
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.ScatterCounted, type, Call.Any, root));
        fixed (long* n = counts, d = displacements)
            End(NativeMpi.Scatterv(_handle, send, n, d, receive, count, (int)type, root));
    }

    /// <inheritdoc/>
    public void Alltoall(void* send, ReadOnlySpan<long> sendCounts, ReadOnlySpan<long> sendDisplacements, void* receive, ReadOnlySpan<long> receiveCounts, ReadOnlySpan<long> receiveDisplacements, ElementType type)
    {
        CheckParts(send, sendCounts, sendDisplacements, nameof(send));
        CheckParts(receive, receiveCounts, receiveDisplacements, nameof(receive));
        CheckOwn(sendCounts[Rank], receiveCounts[Rank]);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.AlltoallCounted, type));
        fixed (long* n = sendCounts, d = sendDisplacements, m = receiveCounts, e = receiveDisplacements)
            End(NativeMpi.Alltoallv(_handle, send, n, d, receive, m, e, (int)type));
    }
}
