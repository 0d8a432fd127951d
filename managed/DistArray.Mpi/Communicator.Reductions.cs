using DistArray.Bindings;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi;

public sealed unsafe partial class Communicator
{
    /// <inheritdoc/>
    public void Reduce(void* send, void* receive, long count, Operation operation, int root)
    {
        CheckRoot(root);
        CheckBuffer(send, count, nameof(send));
        if (Rank == root)
            CheckBuffer(receive, count, nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        Traffic.Collective(Size);
        Check(NativeMpi.Reduce(_handle, send, receive, count, (int)operation.ElementType, op, root));
        made?.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public void Allreduce(void* send, void* receive, long count, Operation operation)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        Traffic.Collective(Size);
        Check(NativeMpi.Allreduce(_handle, send, receive, count, (int)operation.ElementType, op));
        made?.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public Request ImmediateAllreduce(void* send, void* receive, long count, Operation operation)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        Traffic.Collective(Size);
        Check(NativeMpi.Iallreduce(_handle, send, receive, count, (int)operation.ElementType, op, out long request));
        return new MpiRequest(this, request, made);
    }

    /// <inheritdoc/>
    public void ReduceScatter(void* send, void* receive, ReadOnlySpan<long> counts, Operation operation)
    {
        if (counts.Length != Size)
            throw new ArgumentException($"There are {counts.Length} counts for {Size} ranks. Give one for every rank.", nameof(counts));
        foreach (long count in counts)
            CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, counts[Rank], nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        Traffic.Collective(Size);
        fixed (long* n = counts)
            Check(NativeMpi.ReduceScatter(_handle, send, receive, n, (int)operation.ElementType, op));
        made?.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public void Scan(void* send, void* receive, long count, Operation operation)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        Traffic.Collective(Size);
        Check(NativeMpi.Scan(_handle, send, receive, count, (int)operation.ElementType, op));
        made?.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public void ExclusiveScan(void* send, void* receive, long count, Operation operation)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        Traffic.Collective(Size);
        Check(NativeMpi.Exscan(_handle, send, receive, count, (int)operation.ElementType, op));
        made?.ThrowIfFailed();
    }
}
