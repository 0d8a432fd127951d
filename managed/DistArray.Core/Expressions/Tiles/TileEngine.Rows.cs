namespace DistArray;

internal unsafe ref partial struct TileEngine<TConsumer>
{
    // Short rows: as many as fit share a tile.
    private void RunRows(in Panel panel, nint* pointers)
    {
        nint count = (nint)panel.Count;
        long most = Math.Max(1, TileLayout.Elements / count);
        long rows;
        for (long row = 0; row < panel.Rows; row += rows)
        {
            rows = Math.Min(most, panel.Rows - row);
            nint n = (nint)rows * count, padded = Padded(n);
            for (int i = 1; i <= _plan.Inputs; i++) LoadRows(i, (byte*)pointers[i] + (row * panel.RowStrides[i]), panel, row, rows, n, padded);
            byte* destination = (byte*)pointers[0] + (row * panel.RowStrides[0]);
            long stride = panel.Strides[0], rowStride = panel.RowStrides[0];
            bool isJoined = rowStride == stride * count;
            if (isJoined && StoresInPlace(stride, n, padded))
            {
                _registers[TilePlan.Destination] = destination;
                Compute(padded);
                continue;
            }
            _registers[TilePlan.Destination] = Tile(0);
            Compute(padded);
            byte* values = (byte*)_registers[_plan.Result];
            if (isJoined)
            {
                HandOver(values, n, destination, stride);
                continue;
            }
            for (long i = 0; i < rows; i++) HandOver(values + (i * count * _plan.Sizes[0]), count, destination + (i * rowStride), stride);
        }
    }

    private readonly void LoadRows(int input, byte* source, in Panel panel, long row, long rows, nint n, nint padded)
    {
        int size = _plan.Sizes[input];
        nint count = (nint)panel.Count, bytes = count * size;
        long stride = panel.Strides[input], rowStride = panel.RowStrides[input];
        byte* tile = Tile(input);
        _registers[TilePlan.FirstInput - 1 + input] = tile;
        if (stride == 0 && rowStride == 0)
        {
            if (row == 0) StridedCopy.Fill(tile, source, (int)padded, size);
            return;
        }
        if (rowStride == stride * count) StridedCopy.Copy(tile, size, source, stride, n, size);
        else if (stride == 0)
        {
            for (long i = 0; i < rows; i++) StridedCopy.Fill(tile + (i * bytes), source + (i * rowStride), (int)count, size);
        }
        else
        {
            for (long i = 0; i < rows; i++) StridedCopy.Copy(tile + (i * bytes), size, source + (i * rowStride), stride, count, size);
        }
        Pad(tile, n, padded, size);
    }
}
