using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>numpy.nan_to_num with values of the user, of real numbers or of both parts of complex ones.</summary>
internal sealed unsafe class NanToNumKernel<T>(ElementType type, double nan, double? posInf, double? negInf) : ElementKernel("NanToNum", type, type)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private readonly nint _lanes = ElementTypes.SizeOf(type) / sizeof(T);
    private readonly T _nan = T.CreateTruncating(nan);
    private readonly T _posInf = posInf is { } high ? T.CreateTruncating(high) : T.MaxValue;
    private readonly T _negInf = negInf is { } low ? T.CreateTruncating(low) : T.MinValue;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        T* from = (T*)x, to = (T*)destination;
        for (nint i = 0; i < count * _lanes; i++)
            to[i] = T.IsNaN(from[i]) ? _nan : T.IsPositiveInfinity(from[i]) ? _posInf : T.IsNegativeInfinity(from[i]) ? _negInf : from[i];
    }
}
