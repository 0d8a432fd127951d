namespace DistArray.Trilinos;

/// <summary>An operator's function on arrays. They are made anew for each call, so that nothing reads them after it.</summary>
internal sealed unsafe class ArrayFunctionContext : FunctionContext
{
    private readonly ArrayFunction _apply;
    private readonly ArrayFunction? _transpose;
    private readonly DistArray<double>? _withHalo;

    public ArrayFunctionContext(Distribution distribution, int[] order, MemoryOrder memoryOrder, ArrayFunction apply, ArrayFunction? transpose) : base(distribution.WithoutHalo(), order, transpose is not null)
    {
        _apply = apply;
        _transpose = transpose;
        if (!ReferenceEquals(distribution, distribution.WithoutHalo())) _withHalo = Np.Zeros<double>(distribution, memoryOrder);
    }

    public override void Dispose()
    {
        _withHalo?.Dispose();
        base.Dispose();
    }

    protected override void Compute(double* x, double* y, bool transpose)
    {
        long bytes = Distribution.LocalSize * sizeof(double);
        CallMemory from = new(x, bytes), to = new(y, bytes);
        CallMemory? stored = null;
        try
        {
            DistArray<double> input = DistArray<double>.Wrap(Distribution, new LocalBlock<double>(x, Distribution.LocalShape, Strides, from));
            DistArray<double> output = DistArray<double>.Wrap(Distribution, new LocalBlock<double>(y, Distribution.LocalShape, Strides, to));
            if (_withHalo is not null)
            {
                LocalBlock<double> block = _withHalo.Block;
                stored = new CallMemory(block.Owner.Pointer, block.Owner.Bytes);
                DistArray<double> copy = DistArray<double>.Wrap(_withHalo.Distribution, new LocalBlock<double>(block.Pointer, block.Shape, block.Strides, stored));
                input.LocalView.CopyTo(copy.LocalView);
                input = copy;
            }
            (transpose ? _transpose! : _apply)(input, output);
        }
        finally
        {
            from.IsOpen = to.IsOpen = false;
            if (stored is not null) stored.IsOpen = false;
        }
    }
}
