namespace DistArray.Trilinos;

/// <summary>An operator's function on this rank's memory. Views are made once for the vectors of a solver, of which there are few.</summary>
internal sealed unsafe class LocalFunctionContext : FunctionContext
{
    private const int Remembered = 256;
    private readonly LocalFunction _apply;
    private readonly LocalFunction? _transpose;
    private readonly DistArray<double>? _withHalo;
    private readonly Dictionary<nint, (CallMemory Memory, LocalView<double> View)> _views = [];

    public LocalFunctionContext(Distribution distribution, int[] order, MemoryOrder memoryOrder, LocalFunction apply, LocalFunction? transpose) : base(distribution.WithoutHalo(), order, transpose is not null)
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
        (CallMemory from, LocalView<double> input) = ViewOf(x);
        (CallMemory to, LocalView<double> output) = ViewOf(y);
        from.IsOpen = to.IsOpen = true;
        try
        {
            if (_withHalo is not null)
            {
                input.CopyTo(_withHalo.LocalView);
                _withHalo.UpdateHalo();
                input = _withHalo.LocalViewWithHalo;
            }
            (transpose ? _transpose! : _apply)(input, output);
        }
        finally
        {
            from.IsOpen = to.IsOpen = false;
        }
    }

    private (CallMemory Memory, LocalView<double> View) ViewOf(double* vector)
    {
        if (_views.TryGetValue((nint)vector, out (CallMemory, LocalView<double>) known)) return known;
        if (_views.Count >= Remembered) _views.Clear();
        var memory = new CallMemory(vector, Distribution.LocalSize * sizeof(double));
        LocalView<double> view = new LocalBlock<double>(vector, Distribution.LocalShape, Strides, memory).View;
        return _views[(nint)vector] = (memory, view);
    }
}
