using System.Numerics;

namespace DistArray;

// Functions of three operands, and of operands of several types.
internal static unsafe partial class ElementKernels
{
    private static ElementKernel? Ternary(Ufunc ufunc, ElementType x, ElementType y, ElementType z)
    {
        if (y != z) return null;
        return ufunc switch
        {
            Ufunc.Where when x == ElementType.Boolean => Where(y),
            Ufunc.Clip when x == y => Clip(x),
            _ => null,
        };
    }

    private static ElementKernel? Where(ElementType type) => ElementTypes.SizeOf(type) switch
    {
        1 => new SelectKernel<byte>(type),
        2 => new SelectKernel<ushort>(type),
        4 => new SelectKernel<uint>(type),
        8 => new SelectKernel<ulong>(type),
        _ => new SelectKernel<Complex>(type),
    };

    private static ElementKernel? Clip(ElementType type) => type switch
    {
        ElementType.Boolean or ElementType.UInt8 => Clip<byte>(type),
        ElementType.Int8 => Clip<sbyte>(type),
        ElementType.Int16 => Clip<short>(type),
        ElementType.UInt16 => Clip<ushort>(type),
        ElementType.Int32 => Clip<int>(type),
        ElementType.UInt32 => Clip<uint>(type),
        ElementType.Int64 => Clip<long>(type),
        ElementType.UInt64 => Clip<ulong>(type),
        ElementType.Float32 => Clip<float>(type),
        ElementType.Float64 => Clip<double>(type),
        ElementType.Complex64 => new TernaryFunctionKernel<Complex64, Complex>(Ufunc.Clip, &ComplexOrder.Clip),
        ElementType.Complex128 => new TernaryFunctionKernel<Complex, Complex>(Ufunc.Clip, &ComplexOrder.Clip),
        _ => null,
    };

    private static ElementKernel Clip<T>(ElementType type) where T : unmanaged => new VectorTernaryKernel<ClipLanes<T>, T>(Ufunc.Clip, type);

    private static ElementKernel? Ldexp(ElementType x, ElementType y) => (x, y) switch
    {
        (ElementType.Float32, ElementType.Int32) => Ldexp<float, int>(),
        (ElementType.Float32, ElementType.Int64) => Ldexp<float, long>(),
        (ElementType.Float64, ElementType.Int32) => Ldexp<double, int>(),
        (ElementType.Float64, ElementType.Int64) => Ldexp<double, long>(),
        _ => null,
    };

    private static ElementKernel Ldexp<T, TExponent>() where T : unmanaged where TExponent : unmanaged =>
        new BinaryFunctionKernel<T, TExponent, double, long, double, T>(Ufunc.Ldexp, &RealMath.ScaleB);
}
