using System.Numerics.Tensors;

namespace DistArray;

/// <summary>A conversion: by the platform's vector code where that has NumPy's values, else an element at a time.</summary>
internal sealed unsafe class CastKernel<TFrom, TTo>() : UfuncKernel(Ufunc.Cast, ElementTypes.Of<TTo>(), ElementTypes.Of<TFrom>())
    where TFrom : unmanaged where TTo : unmanaged
{
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        if (typeof(TFrom) == typeof(TTo)) Buffer.MemoryCopy(x, destination, (ulong)count * (ulong)sizeof(TTo), (ulong)count * (ulong)sizeof(TTo));
        else if (typeof(TFrom) == typeof(float) && typeof(TTo) == typeof(double)) Spans<float, double>(x, destination, count, &TensorPrimitives.ConvertTruncating);
        else if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(float)) Spans<double, float>(x, destination, count, &TensorPrimitives.ConvertTruncating);
        else if (typeof(TFrom) == typeof(int) && typeof(TTo) == typeof(double)) Spans<int, double>(x, destination, count, &TensorPrimitives.ConvertTruncating);
        else if (typeof(TFrom) == typeof(int) && typeof(TTo) == typeof(float)) Spans<int, float>(x, destination, count, &TensorPrimitives.ConvertTruncating);
        else if (typeof(TFrom) == typeof(long) && typeof(TTo) == typeof(double)) Spans<long, double>(x, destination, count, &TensorPrimitives.ConvertTruncating);
        else for (nint i = 0; i < count; i++) ((TTo*)destination)[i] = ElementCast.To<TFrom, TTo>(((TFrom*)x)[i]);
    }

    private static void Spans<TX, TY>(void* x, void* destination, nint count, delegate*<ReadOnlySpan<TX>, Span<TY>, void> convert)
        where TX : unmanaged where TY : unmanaged => convert(new ReadOnlySpan<TX>(x, (int)count), new Span<TY>(destination, (int)count));
}
