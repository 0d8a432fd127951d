using System.Runtime.InteropServices;

namespace DistArray;

public abstract unsafe partial class InProcessCommunicator
{
    /// <inheritdoc/>
    public void Reduce(void* send, void* receive, long count, Operation operation, int root)
    {
        CheckReduction(send, count, operation);
        CheckRoot(root);
        if (Rank == root) CheckBuffer(receive, count, nameof(receive));
        Reduce(Signature("Reduce", count, operation) + $", root {root})", send, receive, operation, (parts, total) =>
            Copy(total, 0, parts[root].Receive, 0, Bytes(count, operation)), count).Wait();
    }

    /// <inheritdoc/>
    public void Allreduce(void* send, void* receive, long count, Operation operation) => ImmediateAllreduce(send, receive, count, operation).Wait();

    /// <inheritdoc/>
    public Request ImmediateAllreduce(void* send, void* receive, long count, Operation operation)
    {
        CheckReduction(send, count, operation);
        CheckBuffer(receive, count, nameof(receive));
        return Reduce(Signature("Allreduce", count, operation) + ")", send, receive, operation, (parts, total) =>
        {
            foreach (CollectivePart part in parts) Copy(total, 0, part.Receive, 0, Bytes(count, operation));
        }, count);
    }

    /// <inheritdoc/>
    public void ReduceScatter(void* send, void* receive, ReadOnlySpan<long> counts, Operation operation)
    {
        CheckCounts(counts, counts, Size, nameof(counts));
        long[] lengths = counts.ToArray();
        long count = lengths.Sum();
        CheckReduction(send, count, operation);
        CheckBuffer(receive, lengths[Rank], nameof(receive));
        Reduce(Signature("ReduceScatter", count, operation) + $", counts {string.Join(" ", lengths)})", send, receive, operation, (parts, total) =>
        {
            long offset = 0;
            for (int r = 0; r < Size; r++)
            {
                Copy(total, offset, parts[r].Receive, 0, Bytes(lengths[r], operation));
                offset += Bytes(lengths[r], operation);
            }
        }, count).Wait();
    }

    /// <inheritdoc/>
    public void Scan(void* send, void* receive, long count, Operation operation)
    {
        CheckReduction(send, count, operation);
        CheckBuffer(receive, count, nameof(receive));
        Collective(Part(Signature("Scan", count, operation) + ")", send, receive, operation), parts => Scan(parts, count, exclusive: false));
    }

    /// <inheritdoc/>
    public void ExclusiveScan(void* send, void* receive, long count, Operation operation)
    {
        CheckReduction(send, count, operation);
        CheckBuffer(receive, Rank == 0 ? 0 : count, nameof(receive));
        Collective(Part(Signature("ExclusiveScan", count, operation) + ")", send, receive, operation), parts => Scan(parts, count, exclusive: true));
    }

    private delegate void Deal(CollectivePart[] parts, void* total);

    private InProcessRequest Reduce(string signature, void* send, void* receive, Operation operation, Deal deal, long count) =>
        Start(Part(signature, send, receive, operation), parts =>
        {
            long bytes = Bytes(count, operation);
            void* total = NativeMemory.Alloc((nuint)bytes);
            try
            {
                Copy(parts[^1].Send, 0, total, 0, bytes);
                for (int r = parts.Length - 2; r >= 0; r--) parts[r].Operation!.Combine(parts[r].Send, total, count);
                deal(parts, total);
            }
            finally
            {
                NativeMemory.Free(total);
            }
        });

    // Before and next hold the prefixes of the ranks below and up to one; a rank's send may be its receive, so it is read first.
    private static void Scan(CollectivePart[] parts, long count, bool exclusive)
    {
        long bytes = Bytes(count, parts[0].Operation!);
        void* before = NativeMemory.Alloc((nuint)bytes), next = NativeMemory.Alloc((nuint)bytes);
        try
        {
            for (int r = 0; r < parts.Length; r++)
            {
                Copy(parts[r].Send, 0, next, 0, bytes);
                if (r > 0) parts[r].Operation!.Combine(before, next, count);
                if (!exclusive || r > 0) Copy(exclusive ? before : next, 0, parts[r].Receive, 0, bytes);
                void* swap = before;
                before = next;
                next = swap;
            }
        }
        finally
        {
            NativeMemory.Free(before);
            NativeMemory.Free(next);
        }
    }

    private static long Bytes(long count, Operation operation) => checked(count * ElementTypes.SizeOf(operation.ElementType));

    private static string Signature(string name, long count, Operation operation) => $"{name}({count} {operation.ElementType}, {operation.Kind}";

    private static CollectivePart Part(string signature, void* send, void* receive, Operation operation) =>
        new() { Signature = signature, Send = send, Receive = receive, Operation = operation };

    private static void CheckReduction(void* send, long count, Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        CheckBuffer(send, count, nameof(send));
    }
}
