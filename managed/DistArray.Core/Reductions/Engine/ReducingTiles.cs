namespace DistArray;

/// <summary>Reduces tiles to the states at the destination.</summary>
internal unsafe struct ReducingTiles<TReducer, TState>(TReducer reducer, int elementSize) : ITileConsumer
    where TReducer : struct, IReducer<TState> where TState : unmanaged
{
    private TReducer _reducer = reducer;

    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        var state = (TState*)destination;
        if (stride == 0 || count == 1) *state = _reducer.Fold(*state, values, count);
        else if (stride == sizeof(TState)) _reducer.FoldEach(state, values, count);
        else
        {
            for (nint i = 0; i < count; i++)
            {
                _reducer.FoldEach(state, (byte*)values + (i * elementSize), 1);
                state = (TState*)((byte*)state + stride);
            }
        }
    }
}
