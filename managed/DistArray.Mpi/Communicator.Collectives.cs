using DistArray.Bindings;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi;

public sealed unsafe partial class Communicator
{
    /// <inheritdoc/>
    public void Barrier()
    {
        Traffic.Collective(Size);
        Check(NativeMpi.Barrier(_handle));
    }

    /// <inheritdoc/>
    public Request ImmediateBarrier()
    {
        Traffic.Collective(Size);
        Check(NativeMpi.Ibarrier(_handle, out long request));
        return new MpiRequest(this, request, null);
    }

    /// <inheritdoc/>
    public void Broadcast(void* buffer, long count, ElementType type, int root)
    {
        CheckBuffer(buffer, count, nameof(buffer));
        CheckRoot(root);
        Traffic.Collective(Size);
        Check(NativeMpi.Bcast(_handle, buffer, count, (int)type, root));
    }

    /// <inheritdoc/>
    public Request ImmediateBroadcast(void* buffer, long count, ElementType type, int root)
    {
        CheckBuffer(buffer, count, nameof(buffer));
        CheckRoot(root);
        Traffic.Collective(Size);
        Check(NativeMpi.Ibcast(_handle, buffer, count, (int)type, root, out long request));
        return new MpiRequest(this, request, null);
    }

    /// <inheritdoc/>
    public void Gather(void* send, long count, void* receive, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(send, count, nameof(send));
        if (Rank == root)
            CheckBuffer(receive, count, nameof(receive));
        Traffic.Collective(Size);
        Check(NativeMpi.Gather(_handle, send, count, receive, (int)type, root));
    }

    /// <inheritdoc/>
    public void Allgather(void* send, long count, void* receive, ElementType type)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        Traffic.Collective(Size);
        Check(NativeMpi.Allgather(_handle, send, count, receive, (int)type));
    }

    /// <inheritdoc/>
    public void Scatter(void* send, void* receive, long count, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(receive, count, nameof(receive));
        if (Rank == root)
            CheckBuffer(send, count, nameof(send));
        Traffic.Collective(Size);
        Check(NativeMpi.Scatter(_handle, send, receive, count, (int)type, root));
    }

    /// <inheritdoc/>
    public void Alltoall(void* send, void* receive, long count, ElementType type)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        Traffic.Collective(Size);
        Check(NativeMpi.Alltoall(_handle, send, receive, count, (int)type));
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
        Traffic.Collective(Size);
        fixed (long* n = counts, d = displacements)
            Check(NativeMpi.Gatherv(_handle, send, count, receive, n, d, (int)type, root));
    }

    /// <inheritdoc/>
    public void Allgather(void* send, long count, void* receive, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, ElementType type)
    {
        CheckBuffer(send, count, nameof(send));
        CheckParts(receive, counts, displacements, nameof(receive));
        CheckOwn(count, counts[Rank]);
        Traffic.Collective(Size);
        fixed (long* n = counts, d = displacements)
            Check(NativeMpi.Allgatherv(_handle, send, count, receive, n, d, (int)type));
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
        Traffic.Collective(Size);
        fixed (long* n = counts, d = displacements)
            Check(NativeMpi.Scatterv(_handle, send, n, d, receive, count, (int)type, root));
    }

    /// <inheritdoc/>
    public void Alltoall(void* send, ReadOnlySpan<long> sendCounts, ReadOnlySpan<long> sendDisplacements, void* receive, ReadOnlySpan<long> receiveCounts, ReadOnlySpan<long> receiveDisplacements, ElementType type)
    {
        CheckParts(send, sendCounts, sendDisplacements, nameof(send));
        CheckParts(receive, receiveCounts, receiveDisplacements, nameof(receive));
        CheckOwn(sendCounts[Rank], receiveCounts[Rank]);
        Traffic.Collective(Size);
        fixed (long* n = sendCounts, d = sendDisplacements, m = receiveCounts, e = receiveDisplacements)
            Check(NativeMpi.Alltoallv(_handle, send, n, d, receive, m, e, (int)type));
    }
}
