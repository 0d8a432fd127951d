using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>numpy.round to some decimals of real numbers, of parts of complex ones: scaled, rounded to the nearest and scaled back in their own precision.</summary>
internal sealed unsafe class RoundKernel<T>(ElementType type, int decimals) : ElementKernel("Round", type, type) where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly nint _lanes = ElementTypes.SizeOf(type) / sizeof(T);
    private readonly T _scale = T.CreateTruncating(Math.Pow(10, Math.Abs(decimals)));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        T* from = (T*)x, to = (T*)destination;
        for (nint i = 0; i < count * _lanes; i++)
            to[i] = decimals < 0 ? T.Round(from[i] / _scale) * _scale : T.Round(from[i] * _scale) / _scale;
    }
}

/// <summary>numpy.round of integers to tens, hundreds and so on, by way of float64 as in NumPy.</summary>
internal sealed unsafe class RoundIntegerKernel<T>(ElementType type, int decimals) : ElementKernel("Round", type, type) where T : unmanaged
{
    private readonly double _scale = Math.Pow(10, -decimals);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i++)
            ((T*)destination)[i] = ElementCast.To<double, T>(Math.Round(ElementCast.To<T, double>(((T*)x)[i]) / _scale) * _scale);
    }
}
