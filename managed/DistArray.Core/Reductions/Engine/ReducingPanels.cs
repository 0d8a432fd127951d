namespace DistArray;

/// <summary>Reduces the elements of an array as they lie in memory, panel by panel, to the states at the destination.</summary>
internal unsafe ref struct ReducingPanels<TReducer, TState>(TReducer reducer, int elementSize, byte* tile) : IPanelEngine
    where TReducer : struct, IReducer<TState> where TState : unmanaged
{
    private readonly TReducer _reducer = reducer;

    /// <summary>Bytes that <c>tile</c> needs.</summary>
    public static int TileBytes(int elementSize) => TileLayout.Elements * elementSize;

    /// <inheritdoc/>
    public readonly void Run(in Panel panel, nint* pointers)
    {
        byte* from = (byte*)pointers[1], to = (byte*)pointers[0];
        nint count = (nint)panel.Count;
        long stride = panel.Strides[0], rowStride = panel.RowStrides[0];
        if (panel.HasTables)
        {
            Listed(panel, from, to, stride);
            return;
        }
        if (panel.Strides[1] == elementSize && stride == sizeof(TState) && rowStride == 0 && panel.Rows > 1 && count > 1)
        {
            _reducer.FoldRows((TState*)to, from, count, (nint)panel.Rows, (nint)panel.RowStrides[1]);
            return;
        }
        for (long row = 0; row < panel.Rows; row++, from += panel.RowStrides[1], to += rowStride)
        {
            if (panel.Strides[1] == elementSize) Row(from, count, to, stride);
            else Strided(from, panel.Strides[1], count, to, stride);
        }
    }

    private readonly void Row(void* values, nint count, byte* to, long stride)
    {
        if (stride == 0 || count == 1) *(TState*)to = _reducer.Fold(*(TState*)to, values, count);
        else if (stride == sizeof(TState)) _reducer.FoldEach((TState*)to, values, count);
        else
        {
            for (nint i = 0; i < count; i++) _reducer.FoldEach((TState*)(to + (i * stride)), (byte*)values + (i * elementSize), 1);
        }
    }

    private readonly void Strided(byte* from, long step, nint count, byte* to, long stride)
    {
        nint n;
        for (nint start = 0; start < count; start += n)
        {
            n = Math.Min(count - start, TileLayout.Elements);
            StridedCopy.Copy(tile, elementSize, from + (start * step), step, n, elementSize);
            Row(tile, n, to + (start * stride), stride);
        }
    }

    private readonly void Listed(in Panel panel, byte* from, byte* to, long stride)
    {
        long[]? table = panel.Table(1);
        for (int start = 0, n; start < panel.Count; start += n)
        {
            n = (int)Math.Min(panel.Count - start, TileLayout.Elements);
            if (table is not null) StridedCopy.Gather(tile, from, table.AsSpan(start, n), elementSize);
            Row(tile, n, to + (start * stride), stride);
        }
    }
}
