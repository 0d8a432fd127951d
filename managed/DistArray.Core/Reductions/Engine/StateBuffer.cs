namespace DistArray;

/// <summary>States of results, without gaps in an order of their axes.</summary>
internal sealed unsafe class StateBuffer<TState> : IDisposable where TState : unmanaged
{
    private readonly PooledMemory _memory;

    public StateBuffer(long count, MemoryOrder order = MemoryOrder.RowMajor)
    {
        Count = count;
        Order = order;
        _memory = new PooledMemory(checked(count * sizeof(TState)));
        Pointer = (TState*)_memory.Pointer;
    }

    public TState* Pointer { get; }

    public long Count { get; }

    public MemoryOrder Order { get; }

    public void Fill(TState state)
    {
        for (long i = 0; i < Count; i++) Pointer[i] = state;
    }

    /// <summary>The states in row-major order, for ranks that have theirs in any: an array's order may differ between ranks.</summary>
    public StateBuffer<TState> ToRowMajor(ReductionAxes axes)
    {
        if (Order == MemoryOrder.RowMajor) return this;
        var rows = new StateBuffer<TState>(Count);
        if (Count > 0)
        {
            var copy = default(CopyKernel<TState>);
            StridedLoop.Run(ref copy, axes.LocalShape, sizeof(TState), rows.Pointer, axes.Strides(MemoryOrder.RowMajor, 1), Pointer, axes.Strides(Order, 1));
        }
        Dispose();
        return rows;
    }

    public void Dispose() => _memory.Dispose();
}
