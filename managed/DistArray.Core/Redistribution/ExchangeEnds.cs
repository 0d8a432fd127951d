namespace DistArray;

/// <summary>Where the elements of a source and of a target lie on this rank; a copy of the source where their memory overlaps.</summary>
internal readonly unsafe struct ExchangeEnds : IDisposable
{
    private readonly PooledMemory? _copy;

    private ExchangeEnds(LocalOperand source, LocalOperand target, PooledMemory? copy)
    {
        Source = source;
        Target = target;
        _copy = copy;
    }

    public LocalOperand Source { get; }

    public LocalOperand Target { get; }

    /// <summary>Finds the memory of two arrays, or of those that this rank has.</summary>
    public static ExchangeEnds Open<T>(DistArray<T>? source, DistArray<T>? target) where T : unmanaged
    {
        bool reads = source?.Distribution.LocalSize > 0, writes = target?.Distribution.LocalSize > 0;
        LocalOperand from = reads ? source!.ReadOperand() : default, to = writes ? target!.WriteOperand() : default;
        if (!reads || !writes || !Overlap(Reach(from, source!.LocalShape, sizeof(T)), Reach(to, target!.LocalShape, sizeof(T)))) return new ExchangeEnds(from, to, null);
        var copy = new PooledMemory(source.Distribution.LocalSize * sizeof(T));
        return new ExchangeEnds(CopyOf(from, source.LocalShape, copy, sizeof(T)), to, copy);
    }

    public void Dispose() => _copy?.Dispose();

    private static LocalOperand CopyOf(LocalOperand operand, ReadOnlySpan<int> shape, PooledMemory memory, int elementSize)
    {
        long[] strides = StridedLayout.Contiguous(shape, MemoryOrder.RowMajor, out _);
        for (int axis = 0; axis < strides.Length; axis++) strides[axis] *= elementSize;
        var copy = new LocalOperand((nint)memory.Pointer, strides);
        var pairs = new CombPair[shape.Length][];
        for (int axis = 0; axis < pairs.Length; axis++)
        {
            Comb[] all = [new Comb(0, 0, 1, shape[axis])];
            pairs[axis] = CombAlignment.Align(all, all);
        }
        BoxCopy.Run(elementSize, operand, copy, pairs);
        return copy;
    }

    private static (nint Low, nint High) Reach(LocalOperand operand, ReadOnlySpan<int> shape, int elementSize)
    {
        nint low = operand.Pointer, high = operand.Pointer + elementSize;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            long first = 0, last = (shape[axis] - 1) * operand.ByteStrides[axis];
            if (operand.Tables?[axis] is { } table) (first, last) = (table.Min(), table.Max());
            low += (nint)Math.Min(first, last);
            high += (nint)Math.Max(first, last);
        }
        return (low, high);
    }

    private static bool Overlap((nint Low, nint High) one, (nint Low, nint High) other) => one.Low < other.High && other.Low < one.High;
}
