using System.Numerics;

namespace DistArray;

/// <summary>Conversions between element types, as NumPy's astype makes them.</summary>
internal static class CastKernels
{
    public static ElementKernel Create(ElementType from, ElementType to) => from switch
    {
        ElementType.Boolean => To<bool>(to),
        ElementType.Int8 => To<sbyte>(to),
        ElementType.UInt8 => To<byte>(to),
        ElementType.Int16 => To<short>(to),
        ElementType.UInt16 => To<ushort>(to),
        ElementType.Int32 => To<int>(to),
        ElementType.UInt32 => To<uint>(to),
        ElementType.Int64 => To<long>(to),
        ElementType.UInt64 => To<ulong>(to),
        ElementType.Float32 => To<float>(to),
        ElementType.Float64 => To<double>(to),
        ElementType.Complex64 => To<Complex64>(to),
        ElementType.Complex128 => To<Complex>(to),
        ElementType.Logical32 => To<Logical32>(to),
        _ => To<Logical64>(to),
    };

    private static ElementKernel To<TFrom>(ElementType to) where TFrom : unmanaged => to switch
    {
        ElementType.Boolean => new CastKernel<TFrom, bool>(),
        ElementType.Int8 => new CastKernel<TFrom, sbyte>(),
        ElementType.UInt8 => new CastKernel<TFrom, byte>(),
        ElementType.Int16 => new CastKernel<TFrom, short>(),
        ElementType.UInt16 => new CastKernel<TFrom, ushort>(),
        ElementType.Int32 => new CastKernel<TFrom, int>(),
        ElementType.UInt32 => new CastKernel<TFrom, uint>(),
        ElementType.Int64 => new CastKernel<TFrom, long>(),
        ElementType.UInt64 => new CastKernel<TFrom, ulong>(),
        ElementType.Float32 => new CastKernel<TFrom, float>(),
        ElementType.Float64 => new CastKernel<TFrom, double>(),
        ElementType.Complex64 => new CastKernel<TFrom, Complex64>(),
        ElementType.Complex128 => new CastKernel<TFrom, Complex>(),
        ElementType.Logical32 => new CastKernel<TFrom, Logical32>(),
        _ => new CastKernel<TFrom, Logical64>(),
    };
}
