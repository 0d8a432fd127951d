using System.Collections.Concurrent;

namespace DistArray;

/// <summary>The kernels of NumPy's functions, one instance a function and types.</summary>
internal static partial class ElementKernels
{
    private static readonly ConcurrentDictionary<(Ufunc Ufunc, ElementType X, ElementType Y, ElementType Z), ElementKernel> s_kernels = new();

    /// <summary>The kernel of a function of one operand.</summary>
    /// <exception cref="NotSupportedException">NumPy has no such function of that type, or it has another type's result.</exception>
    public static ElementKernel Find(Ufunc ufunc, ElementType x) => Find(ufunc, x, 0, 0);

    /// <summary>The kernel of a function of two operands.</summary>
    /// <exception cref="NotSupportedException">NumPy has no such function of those types, or it has another type's result.</exception>
    public static ElementKernel Find(Ufunc ufunc, ElementType x, ElementType y) => Find(ufunc, x, y, 0);

    /// <summary>The kernel of a function of three operands.</summary>
    /// <exception cref="NotSupportedException">NumPy has no such function of those types, or it has another type's result.</exception>
    public static ElementKernel Find(Ufunc ufunc, ElementType x, ElementType y, ElementType z) =>
        s_kernels.TryGetValue((ufunc, x, y, z), out ElementKernel? kernel) ? kernel : s_kernels.GetOrAdd((ufunc, x, y, z), Create);

    /// <summary>The conversion between two types, of NumPy's astype.</summary>
    public static ElementKernel FindCast(ElementType from, ElementType to) => Find(Ufunc.Cast, from, to, 0);

    private static ElementKernel Create((Ufunc Ufunc, ElementType X, ElementType Y, ElementType Z) key)
    {
        (Ufunc ufunc, ElementType x, ElementType y, ElementType z) = key;
        if (ufunc == Ufunc.Cast && y != 0 && z == 0) return CastKernels.Create(x, y);
        ElementKernel? kernel = z != 0 ? Ternary(ufunc, x, y, z) : y != 0 ? Binary(ufunc, x, y) : Unary(ufunc, x);
        return kernel ?? throw new NotSupportedException(KernelRefusal.Text(ufunc, x, y, z));
    }

    private static ElementKernel? Unary(Ufunc ufunc, ElementType x) => x switch
    {
        ElementType.Boolean => LogicalKernels<byte>.Unary(ufunc, x),
        ElementType.Int8 => IntegerKernels<sbyte>.Unary(ufunc, x),
        ElementType.UInt8 => IntegerKernels<byte>.Unary(ufunc, x),
        ElementType.Int16 => IntegerKernels<short>.Unary(ufunc, x),
        ElementType.UInt16 => IntegerKernels<ushort>.Unary(ufunc, x),
        ElementType.Int32 => IntegerKernels<int>.Unary(ufunc, x),
        ElementType.UInt32 => IntegerKernels<uint>.Unary(ufunc, x),
        ElementType.Int64 => IntegerKernels<long>.Unary(ufunc, x),
        ElementType.UInt64 => IntegerKernels<ulong>.Unary(ufunc, x),
        ElementType.Float32 => RealKernels<float>.Unary(ufunc, x),
        ElementType.Float64 => RealKernels<double>.Unary(ufunc, x),
        ElementType.Complex64 => ComplexKernels<Complex64, float>.Unary(ufunc, x),
        ElementType.Complex128 => ComplexKernels<System.Numerics.Complex, double>.Unary(ufunc, x),
        ElementType.Logical32 => LogicalKernels<int>.Unary(ufunc, x),
        ElementType.Logical64 => LogicalKernels<long>.Unary(ufunc, x),
        _ => null,
    };

    private static ElementKernel? Binary(Ufunc ufunc, ElementType x, ElementType y)
    {
        if (ufunc == Ufunc.Ldexp) return Ldexp(x, y);
        if (x != y) return null;
        return x switch
        {
            ElementType.Boolean => BooleanKernels.Binary(ufunc, x) ?? LogicalKernels<byte>.Binary(ufunc, x),
            ElementType.Int8 => IntegerKernels<sbyte>.Binary(ufunc, x),
            ElementType.UInt8 => IntegerKernels<byte>.Binary(ufunc, x),
            ElementType.Int16 => IntegerKernels<short>.Binary(ufunc, x),
            ElementType.UInt16 => IntegerKernels<ushort>.Binary(ufunc, x),
            ElementType.Int32 => IntegerKernels<int>.Binary(ufunc, x),
            ElementType.UInt32 => IntegerKernels<uint>.Binary(ufunc, x),
            ElementType.Int64 => IntegerKernels<long>.Binary(ufunc, x),
            ElementType.UInt64 => IntegerKernels<ulong>.Binary(ufunc, x),
            ElementType.Float32 => RealKernels<float>.Binary(ufunc, x),
            ElementType.Float64 => RealKernels<double>.Binary(ufunc, x),
            ElementType.Complex64 => ComplexKernels<Complex64, float>.Binary(ufunc, x),
            ElementType.Complex128 => ComplexKernels<System.Numerics.Complex, double>.Binary(ufunc, x),
            ElementType.Logical32 => LogicalKernels<int>.Binary(ufunc, x),
            ElementType.Logical64 => LogicalKernels<long>.Binary(ufunc, x),
            _ => null,
        };
    }
}
