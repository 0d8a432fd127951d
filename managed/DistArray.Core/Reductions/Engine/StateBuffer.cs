namespace DistArray;

/// <summary>States of results, without gaps.</summary>
internal sealed unsafe class StateBuffer<TState> : IDisposable where TState : unmanaged
{
    private readonly PooledMemory _memory;

    public StateBuffer(long count)
    {
        Count = count;
        _memory = new PooledMemory(checked(count * sizeof(TState)));
        Pointer = (TState*)_memory.Pointer;
    }

    public TState* Pointer { get; }

    public long Count { get; }

    public void Fill(TState state)
    {
        for (long i = 0; i < Count; i++) Pointer[i] = state;
    }

    public void Dispose() => _memory.Dispose();
}
