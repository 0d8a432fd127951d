using DistArray.Bindings;

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
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Reduce, operation.ElementType, count, root, operation.Kind));
        End(NativeMpi.Reduce(_handle, send, receive, count, (int)operation.ElementType, op, root));
        made?.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public void Allreduce(void* send, void* receive, long count, Operation operation)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Allreduce, operation.ElementType, count, Operation: operation.Kind));
        End(NativeMpi.Allreduce(_handle, send, receive, count, (int)operation.ElementType, op));
        made?.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public Request ImmediateAllreduce(void* send, void* receive, long count, Operation operation)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        Call call = new(CallKind.ImmediateAllreduce, operation.ElementType, count, Operation: operation.Kind);
        CollectiveCheck? check = CallGuard.Switches != 0 ? BeginImmediate(call) : null;
        End(NativeMpi.Iallreduce(_handle, send, receive, count, (int)operation.ElementType, op, out long request));
        return new MpiRequest(this, request, call, made, check);
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
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.ReduceScatter, operation.ElementType, Call.HashOf(counts), Operation: operation.Kind));
        fixed (long* n = counts)
            End(NativeMpi.ReduceScatter(_handle, send, receive, n, (int)operation.ElementType, op));
        made?.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public void Scan(void* send, void* receive, long count, Operation operation)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Scan, operation.ElementType, count, Operation: operation.Kind));
        End(NativeMpi.Scan(_handle, send, receive, count, (int)operation.ElementType, op));
        made?.ThrowIfFailed();
    }

    /// <inheritdoc/>
    public void ExclusiveScan(void* send, void* receive, long count, Operation operation)
    {
        CheckBuffer(send, count, nameof(send));
        CheckBuffer(receive, count, nameof(receive));
        long op = NativeOperation.Find(operation, out NativeOperation? made);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.ExclusiveScan, operation.ElementType, count, Operation: operation.Kind));
        End(NativeMpi.Exscan(_handle, send, receive, count, (int)operation.ElementType, op));
        made?.ThrowIfFailed();
    }
}
