namespace DistArray;

// Every collective that moves elements is one of two: parts that go from rank to rank (Exchange), or a reduction.
public abstract unsafe partial class InProcessCommunicator
{
    /// <inheritdoc/>
    public void Barrier() => ImmediateBarrier().Wait();

    /// <inheritdoc/>
    public Request ImmediateBarrier() => Start(new CollectivePart { Signature = "Barrier" }, _ => { });

    /// <inheritdoc/>
    public void Broadcast(void* buffer, long count, ElementType type, int root) => ImmediateBroadcast(buffer, count, type, root).Wait();

    /// <inheritdoc/>
    public Request ImmediateBroadcast(void* buffer, long count, ElementType type, int root)
    {
        CheckBuffer(buffer, count, nameof(buffer));
        CheckRoot(root);
        long bytes = checked(count * ElementTypes.SizeOf(type));
        return Start(new CollectivePart { Signature = $"Broadcast({count} {type}, root {root})", Send = buffer }, parts =>
        {
            for (int r = 0; r < Size; r++) Copy(parts[root].Send, 0, parts[r].Send, 0, bytes);
        });
    }

    /// <inheritdoc/>
    public void Gather(void* send, long count, void* receive, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(send, count, nameof(send));
        if (Rank == root) CheckBuffer(receive, count, nameof(receive));
        Exchange($"Gather({count} {type}, root {root})", type, send, Only(root, count), Zeros(), receive, Rank == root ? Equal(count) : Zeros(), Steps(count));
    }

    /// <inheritdoc/>
    public void Gather(void* send, long count, void* receive, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(send, count, nameof(send));
        if (Rank == root) CheckParts(receive, counts, displacements, nameof(receive));
        Exchange($"Gather(counts, {type}, root {root})", type, send, Only(root, count), Zeros(), receive,
            Rank == root ? counts.ToArray() : Zeros(), Rank == root ? displacements.ToArray() : Zeros());
    }

    /// <inheritdoc/>
    public void Allgather(void* send, long count, void* receive, ElementType type)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        Exchange($"Allgather({count} {type})", type, send, Equal(count), Zeros(), receive, Equal(count), Steps(count));
    }

    /// <inheritdoc/>
    public void Allgather(void* send, long count, void* receive, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, ElementType type)
    {
        CheckBuffer(send, count, nameof(send));
        CheckParts(receive, counts, displacements, nameof(receive));
        Exchange($"Allgather(counts, {type})", type, send, Equal(count), Zeros(), receive, counts.ToArray(), displacements.ToArray());
    }

    /// <inheritdoc/>
    public void Scatter(void* send, void* receive, long count, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(receive, count, nameof(receive));
        if (Rank == root) CheckBuffer(send, count, nameof(send));
        Exchange($"Scatter({count} {type}, root {root})", type, send, Rank == root ? Equal(count) : Zeros(), Steps(count), receive, Only(root, count), Zeros());
    }

    /// <inheritdoc/>
    public void Scatter(void* send, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, void* receive, long count, ElementType type, int root)
    {
        CheckRoot(root);
        CheckBuffer(receive, count, nameof(receive));
        if (Rank == root) CheckParts(send, counts, displacements, nameof(send));
        Exchange($"Scatter(counts, {type}, root {root})", type, send, Rank == root ? counts.ToArray() : Zeros(),
            Rank == root ? displacements.ToArray() : Zeros(), receive, Only(root, count), Zeros());
    }

    /// <inheritdoc/>
    public void Alltoall(void* send, void* receive, long count, ElementType type)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        Exchange($"Alltoall({count} {type})", type, send, Equal(count), Steps(count), receive, Equal(count), Steps(count));
    }

    /// <inheritdoc/>
    public void Alltoall(void* send, ReadOnlySpan<long> sendCounts, ReadOnlySpan<long> sendDisplacements, void* receive, ReadOnlySpan<long> receiveCounts, ReadOnlySpan<long> receiveDisplacements, ElementType type)
    {
        CheckParts(send, sendCounts, sendDisplacements, nameof(send));
        CheckParts(receive, receiveCounts, receiveDisplacements, nameof(receive));
        Exchange($"Alltoall(counts, {type})", type, send, sendCounts.ToArray(), sendDisplacements.ToArray(), receive, receiveCounts.ToArray(), receiveDisplacements.ToArray());
    }

    private void Exchange(string signature, ElementType type, void* send, long[] sendCounts, long[] sendDisplacements, void* receive, long[] receiveCounts, long[] receiveDisplacements)
    {
        int size = ElementTypes.SizeOf(type);
        Collective(new CollectivePart
        {
            Signature = signature,
            Send = send,
            SendCounts = sendCounts,
            SendDisplacements = sendDisplacements,
            Receive = receive,
            ReceiveCounts = receiveCounts,
            ReceiveDisplacements = receiveDisplacements,
        }, parts => Exchange(parts, size));
    }

    private static void Exchange(CollectivePart[] parts, int elementSize)
    {
        for (int from = 0; from < parts.Length; from++)
        {
            for (int to = 0; to < parts.Length; to++)
            {
                long sent = parts[from].SendCounts[to], expected = parts[to].ReceiveCounts[from];
                if (sent != expected)
                    throw new CommunicationException($"rank {from} sends {sent} elements to rank {to}, which expects {expected}. Make the counts agree.");
            }
        }
        for (int from = 0; from < parts.Length; from++)
        {
            for (int to = 0; to < parts.Length; to++)
                Copy(parts[from].Send, parts[from].SendDisplacements[to] * elementSize, parts[to].Receive, parts[to].ReceiveDisplacements[from] * elementSize, parts[from].SendCounts[to] * elementSize);
        }
    }

    private void CheckParts(void* buffer, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, string name)
    {
        CheckCounts(counts, displacements, Size, name);
        foreach (long count in counts) CheckBuffer(buffer, count, name);
    }

    private static void Copy(void* from, long fromOffset, void* to, long toOffset, long bytes)
    {
        if (bytes > 0) Buffer.MemoryCopy((byte*)from + fromOffset, (byte*)to + toOffset, bytes, bytes);
    }

    private long[] Zeros() => new long[Size];

    private long[] Equal(long count)
    {
        long[] counts = Zeros();
        Array.Fill(counts, count);
        return counts;
    }

    private long[] Only(int rank, long count)
    {
        long[] counts = Zeros();
        counts[rank] = count;
        return counts;
    }

    private long[] Steps(long count)
    {
        long[] steps = Zeros();
        for (int r = 0; r < steps.Length; r++) steps[r] = r * count;
        return steps;
    }
}
