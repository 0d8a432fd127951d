using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>A conversion: in vectors between the commonest types, else an element at a time.</summary>
internal sealed unsafe class CastKernel<TFrom, TTo>() : UfuncKernel(Ufunc.Cast, ElementTypes.Of<TTo>(), ElementTypes.Of<TFrom>())
    where TFrom : unmanaged where TTo : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        if (typeof(TFrom) == typeof(TTo)) Buffer.MemoryCopy(x, destination, (ulong)count * (ulong)sizeof(TTo), (ulong)count * (ulong)sizeof(TTo));
        else if (typeof(TFrom) == typeof(float) && typeof(TTo) == typeof(double)) Widen((float*)x, (double*)destination, count);
        else if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(float)) Narrow((double*)x, (float*)destination, count);
        else if (typeof(TFrom) == typeof(int) && typeof(TTo) == typeof(double)) Widen((int*)x, (double*)destination, count);
        else for (nint i = 0; i < count; i++) ((TTo*)destination)[i] = ElementCast.To<TFrom, TTo>(((TFrom*)x)[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen(float* x, double* destination, nint count)
    {
        for (nint i = 0; i < count; i += 16)
        {
            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(Vector512.Load(x + i));
            lower.Store(destination + i);
            upper.Store(destination + i + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen(int* x, double* destination, nint count)
    {
        for (nint i = 0; i < count; i += 16)
        {
            (Vector512<long> lower, Vector512<long> upper) = Vector512.Widen(Vector512.Load(x + i));
            Vector512.ConvertToDouble(lower).Store(destination + i);
            Vector512.ConvertToDouble(upper).Store(destination + i + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(double* x, float* destination, nint count)
    {
        for (nint i = 0; i < count; i += 16)
            Vector512.Narrow(Vector512.Load(x + i), Vector512.Load(x + i + 8)).Store(destination + i);
    }
}
