using System.Numerics;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Calls a vectorised function on whole tiles where every argument is in the range in which it works lane by lane.</summary>
/// <remarks>The platform's vector functions fall back to scalar ones for a whole vector when one lane leaves that range, so that an element's bits would depend
/// on its neighbours. Elements beyond the limit go to the scalar function alone here.</remarks>
internal sealed unsafe class SpanFunctionKernel<T>(Ufunc ufunc, delegate*<ReadOnlySpan<T>, Span<T>, void> function, T limit, delegate*<double, double> beyond)
    : UfuncKernel(ufunc, ElementTypes.Of<T>(), ElementTypes.Of<T>()) where T : unmanaged, IFloatingPoint<T>
{
    private readonly delegate*<ReadOnlySpan<T>, Span<T>, void> _function = function;
    private readonly delegate*<double, double> _beyond = beyond;

    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        if (AllWithin((T*)x, count))
        {
            _function(new ReadOnlySpan<T>(x, (int)count), new Span<T>(destination, (int)count));
            return;
        }
        for (nint i = 0; i < count; i += Multiple) Block((T*)destination + i, (T*)x + i);
    }

    private bool AllWithin(T* x, nint count)
    {
        Vector512<T> bound = Vector512.Create(limit);
        for (nint i = 0; i < count; i += Vector512<T>.Count)
            if (!Vector512.LessThanOrEqualAll(Vector512.Abs(Vector512.Load(x + i)), bound)) return false;
        return true;
    }

    private void Block(T* destination, T* x)
    {
        T* arguments = stackalloc T[Multiple], results = stackalloc T[Multiple];
        for (int i = 0; i < Multiple; i++) arguments[i] = T.Abs(x[i]) <= limit ? x[i] : T.Zero;
        _function(new ReadOnlySpan<T>(arguments, Multiple), new Span<T>(results, Multiple));
        for (int i = 0; i < Multiple; i++)
            destination[i] = T.Abs(x[i]) <= limit ? results[i] : FunctionValue.To<double, T>(_beyond(FunctionValue.To<T, double>(x[i])));
    }
}

/// <summary>Calls a vectorised function of two operands on whole tiles.</summary>
internal sealed unsafe class SpanFunctionKernel2<T>(Ufunc ufunc, delegate*<ReadOnlySpan<T>, ReadOnlySpan<T>, Span<T>, void> function)
    : UfuncKernel(ufunc, ElementTypes.Of<T>(), ElementTypes.Of<T>(), ElementTypes.Of<T>()) where T : unmanaged
{
    private readonly delegate*<ReadOnlySpan<T>, ReadOnlySpan<T>, Span<T>, void> _function = function;

    public override void Run(void* destination, void* x, void* y, void* z, nint count) =>
        _function(new ReadOnlySpan<T>(x, (int)count), new ReadOnlySpan<T>(y, (int)count), new Span<T>(destination, (int)count));
}
