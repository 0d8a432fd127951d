namespace DistArray;

/// <summary>Calls a function of the user for each tile.</summary>
internal sealed unsafe class UserSpanKernel<T, TResult>(SpanFunction<T, TResult> function) : ElementKernel("MapSpan", ElementTypes.Of<TResult>(), ElementTypes.Of<T>())
    where T : unmanaged where TResult : unmanaged
{
    public override void Run(void* destination, void* x, void* y, void* z, nint count) =>
        function(new ReadOnlySpan<T>(x, (int)count), new Span<TResult>(destination, (int)count));
}

/// <summary>Calls a function of the user for each tile of two operands.</summary>
internal sealed unsafe class UserSpanKernel<T1, T2, TResult>(SpanFunction<T1, T2, TResult> function)
    : ElementKernel("MapSpan", ElementTypes.Of<TResult>(), ElementTypes.Of<T1>(), ElementTypes.Of<T2>())
    where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged
{
    public override void Run(void* destination, void* x, void* y, void* z, nint count) =>
        function(new ReadOnlySpan<T1>(x, (int)count), new ReadOnlySpan<T2>(y, (int)count), new Span<TResult>(destination, (int)count));
}

/// <summary>Calls a function of the user for each tile of three operands.</summary>
internal sealed unsafe class UserSpanKernel<T1, T2, T3, TResult>(SpanFunction<T1, T2, T3, TResult> function)
    : ElementKernel("MapSpan", ElementTypes.Of<TResult>(), ElementTypes.Of<T1>(), ElementTypes.Of<T2>(), ElementTypes.Of<T3>())
    where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where TResult : unmanaged
{
    public override void Run(void* destination, void* x, void* y, void* z, nint count) =>
        function(new ReadOnlySpan<T1>(x, (int)count), new ReadOnlySpan<T2>(y, (int)count), new ReadOnlySpan<T3>(z, (int)count), new Span<TResult>(destination, (int)count));
}
