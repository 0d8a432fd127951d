namespace DistArray.Core.Tests.Redistributing;

/// <summary>A rank of as many as one likes that cannot communicate.</summary>
internal sealed unsafe class NullCommunicator(int rank, int size) : ICommunicator
{
    public int Rank => rank;

    public int Size => size;

    public bool IsCongruentTo(ICommunicator other) => other is NullCommunicator && other.Size == size && other.Rank == rank;

    public void Send(void* buffer, long count, ElementType type, int destination, int tag) => throw No();

    public Status Receive(void* buffer, long count, ElementType type, int source, int tag) => throw No();

    public Status SendReceive(void* sendBuffer, long sendCount, int destination, int sendTag, void* receiveBuffer, long receiveCount, int source, int receiveTag, ElementType type) => throw No();

    public Status Probe(int source, int tag) => throw No();

    public Status? ImmediateProbe(int source, int tag) => throw No();

    public Request ImmediateSend(void* buffer, long count, ElementType type, int destination, int tag) => throw No();

    public Request ImmediateReceive(void* buffer, long count, ElementType type, int source, int tag) => throw No();

    public void Barrier() => throw No();

    public Request ImmediateBarrier() => throw No();

    public void Broadcast(void* buffer, long count, ElementType type, int root) => throw No();

    public Request ImmediateBroadcast(void* buffer, long count, ElementType type, int root) => throw No();

    public void Reduce(void* send, void* receive, long count, Operation operation, int root) => throw No();

    public void Allreduce(void* send, void* receive, long count, Operation operation) => throw No();

    public Request ImmediateAllreduce(void* send, void* receive, long count, Operation operation) => throw No();

    public void Gather(void* send, long count, void* receive, ElementType type, int root) => throw No();

    public void Gather(void* send, long count, void* receive, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, ElementType type, int root) => throw No();

    public void Allgather(void* send, long count, void* receive, ElementType type) => throw No();

    public void Allgather(void* send, long count, void* receive, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, ElementType type) => throw No();

    public void Scatter(void* send, void* receive, long count, ElementType type, int root) => throw No();

    public void Scatter(void* send, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, void* receive, long count, ElementType type, int root) => throw No();

    public void Alltoall(void* send, void* receive, long count, ElementType type) => throw No();

    public void Alltoall(void* send, ReadOnlySpan<long> sendCounts, ReadOnlySpan<long> sendDisplacements, void* receive, ReadOnlySpan<long> receiveCounts, ReadOnlySpan<long> receiveDisplacements, ElementType type) => throw No();

    public void ReduceScatter(void* send, void* receive, ReadOnlySpan<long> counts, Operation operation) => throw No();

    public void Scan(void* send, void* receive, long count, Operation operation) => throw No();

    public void ExclusiveScan(void* send, void* receive, long count, Operation operation) => throw No();

    public ICommunicator? Split(int color, int key) => throw No();

    public ICommunicator Duplicate() => throw No();

    public void Dispose() { }

    private static InvalidOperationException No() => new("Nothing may be communicated.");
}
