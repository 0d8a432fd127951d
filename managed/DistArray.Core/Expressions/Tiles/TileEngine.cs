using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Runs a program over panels tile by tile: each kernel over a whole tile before the next one, or the emitted loop.</summary>
/// <typeparam name="TConsumer">What takes the results.</typeparam>
internal unsafe ref partial struct TileEngine<TConsumer> : IPanelEngine where TConsumer : struct, ITileConsumer
{
    private const int ShortRow = 128; // elements up to which several rows share a tile
    private const int PaddedRow = 256; // the same where a row's end cannot be computed twice

    private readonly TilePlan _plan;
    private readonly EmittedLoop? _loop;
    private readonly FusedConstant* _constants;
    private readonly void** _registers;
    private readonly byte* _tiles; // of the result and of each input
    private readonly nint _tileBytes;
    private readonly ref TConsumer _consumer;
    private bool _isInPlace; // whether the destination is an input
    private long _position;

    /// <summary>Prepares the registers.</summary>
    /// <param name="plan">The program.</param>
    /// <param name="loop">The program's loop over dense operands, or null to run its kernels.</param>
    /// <param name="constants">Values of its constants.</param>
    /// <param name="size">Number of elements that are to be evaluated.</param>
    /// <param name="scratch">Memory of this evaluation.</param>
    /// <param name="consumer">What takes the results.</param>
    public TileEngine(TilePlan plan, EmittedLoop? loop, FusedConstant* constants, long size, TileScratch scratch, ref TConsumer consumer)
    {
        _plan = plan;
        _loop = loop;
        _constants = constants;
        _consumer = ref consumer;
        int most = (int)TileLayout.Padded((nint)Math.Min(size, TileLayout.Elements));
        _tileBytes = (most * plan.LargestElement) + TileLayout.Gap;
        _registers = scratch.Registers(plan.Registers);
        _registers[0] = null;
        _tiles = scratch.Tiles(_tileBytes * (1 + plan.Inputs + plan.Temporaries));
        if (loop is not null) return;
        scratch.Constants(constants, plan.ConstantSizes, most, _registers + plan.FirstConstant);
        for (int i = 0; i < plan.Temporaries; i++) _registers[plan.FirstTemporary + i] = _tiles + ((1 + plan.Inputs + i) * _tileBytes);
    }

    /// <inheritdoc/>
    public void Run(in Panel panel, nint* pointers)
    {
        _isInPlace = new Span<nint>(pointers + 1, _plan.Inputs).Contains(pointers[0]);
        if (panel.Rows > 1 && panel.Count < (_isInPlace ? PaddedRow : ShortRow) && panel.Count % ElementKernel.Multiple != 0)
        {
            RunRows(panel, pointers);
            return;
        }
        for (long row = 0; row < panel.Rows; row++) RunRow(panel, pointers, row);
    }

    private void RunRow(in Panel panel, nint* pointers, long row)
    {
        byte* destination = (byte*)pointers[0] + (row * panel.RowStrides[0]);
        long stride = panel.Strides[0];
        nint n;
        for (long start = 0; start < panel.Count; start += n)
        {
            n = (nint)Math.Min(panel.Count - start, IsCopyInPlace(panel) ? long.MaxValue : TileLayout.Elements);
            // The end of a row is computed together with what lies before it once more, or if that may be overwritten by now, filled up.
            nint rest = _loop is null ? n % ElementKernel.Multiple : 0;
            bool isTwice = rest != 0 && n > ElementKernel.Multiple && !_isInPlace;
            if (rest != 0 && _isInPlace && n > PaddedRow) (n, rest) = (n - rest, 0);
            nint padded = rest == 0 || isTwice ? n : TileLayout.Padded(n);
            for (int i = 1; i <= _plan.Inputs; i++)
                Load(i, (byte*)pointers[i] + (row * panel.RowStrides[i]), panel.Strides[i], panel.Table(i), start, n, padded, panel.Count);
            bool isStored = panel.Table(0) is null && StoresInPlace(stride, n, padded);
            _registers[TilePlan.Destination] = isStored ? destination + (start * stride) : Tile(0);
            void* result = _registers[_plan.Result];
            Compute(isTwice ? n - rest : padded);
            if (isTwice) ComputeLast(n);
            if (isStored) continue;
            if (panel.Table(0) is { } offsets) HandOver((byte*)result, destination, offsets.AsSpan((int)start, (int)n));
            else HandOver(result, n, destination + (start * stride), stride);
        }
    }

    // Brings the elements [start, start + n) of an input's row into its register, filled up to a multiple of 64 by the last.
    private readonly void Load(int input, byte* row, long stride, long[]? table, long start, nint n, nint padded, long count)
    {
        int size = _plan.Sizes[input];
        ref void* register = ref *(_registers + TilePlan.FirstInput - 1 + input);
        byte* tile = Tile(input);
        if (table is not null) StridedCopy.Gather(tile, row, table.AsSpan((int)start, (int)n), size);
        else if (stride == size && (n == padded || _plan.Steps.IsEmpty))
        {
            register = row + (start * stride);
            return;
        }
        else if (stride == 0)
        {
            register = tile;
            if (start == 0) StridedCopy.Fill(tile, row, (int)TileLayout.Padded((nint)Math.Min(count, TileLayout.Elements)), size);
            return;
        }
        else StridedCopy.Copy(tile, size, row + (start * stride), stride, n, size);
        register = tile;
        Pad(tile, n, padded, size);
    }

    private readonly void Compute(nint padded)
    {
        if (_loop is not null)
        {
            _loop((nint*)(_registers + TilePlan.Destination), (long*)(_registers + TilePlan.Destination), 1, padded, _constants);
            return;
        }
        void** registers = _registers;
        foreach (ref readonly TileStep step in _plan.Steps)
            step.Kernel.Run(registers[step.Destination], registers[step.X], registers[step.Y], registers[step.Z], padded);
    }

    private readonly void ComputeLast(nint n)
    {
        for (int i = 0; i <= _plan.Inputs; i++)
        {
            ref void* register = ref *(_registers + TilePlan.Destination + i);
            register = (byte*)register + ((n - ElementKernel.Multiple) * _plan.Sizes[i]);
        }
        Compute(ElementKernel.Multiple);
    }

    private void HandOver(void* values, nint count, void* destination, long stride)
    {
        _consumer.Tile(values, count, destination, stride, _position);
        _position += count;
    }

    // Neighbours at equal distances go together.
    private void HandOver(byte* values, byte* destination, ReadOnlySpan<long> offsets)
    {
        int size = _plan.Sizes[0];
        for (int i = 0; i < offsets.Length;)
        {
            int end = i + 1;
            long stride = end < offsets.Length ? offsets[end] - offsets[i] : 0;
            while (end < offsets.Length && offsets[end] - offsets[end - 1] == stride) end++;
            HandOver(values + ((nint)i * size), end - i, destination + offsets[i], stride);
            i = end;
        }
    }

    // Without instructions a dense row of the input is handed over as it lies.
    private readonly bool IsCopyInPlace(in Panel panel) =>
        _plan.Steps.IsEmpty && _plan.Inputs > 0 && panel.Strides[1] == _plan.Sizes[1] && !panel.HasTables;

    private readonly bool StoresInPlace(long stride, nint n, nint padded) =>
        typeof(TConsumer) == typeof(TileStore) && n == padded && stride == _plan.Sizes[0] && !_plan.Steps.IsEmpty;

    private readonly byte* Tile(int operand) => _tiles + (operand * _tileBytes);

    // Kernels want whole multiples, emitted loops do not.
    private readonly nint Padded(nint count) => _loop is null ? TileLayout.Padded(count) : count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pad(byte* tile, nint n, nint padded, int size)
    {
        if (n < padded) StridedCopy.Fill(tile + (n * size), tile + ((n - 1) * size), (int)(padded - n), size);
    }
}
