using System.Numerics;
using static DistArray.Core.Tests.Expressions.BitsKernel;

namespace DistArray.Core.Tests.Expressions;

/// <summary>The operations that engines know, element by element.</summary>
internal static class BasicKernels
{
    /// <summary>Kernels over a type, its masks included.</summary>
    public static IReadOnlyList<BitsKernel> Of(ElementType type) => type switch
    {
        ElementType.Float64 => s_float64,
        ElementType.Float32 => s_float32,
        ElementType.Int64 => s_int64,
        ElementType.Int32 => s_int32,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static BitsKernel Find(Ufunc ufunc, ElementType type) => Of(type).First(kernel => kernel.Ufunc == ufunc && kernel.Operands[^1] == type);

    private static readonly BitsKernel[] s_masks =
    [
        new(Ufunc.LogicalAnd, (x, y, _) => x & y, ElementType.Boolean, ElementType.Boolean, ElementType.Boolean),
        new(Ufunc.LogicalOr, (x, y, _) => x | y, ElementType.Boolean, ElementType.Boolean, ElementType.Boolean),
        new(Ufunc.LogicalNot, (x, _, _) => x ^ 1, ElementType.Boolean, ElementType.Boolean),
        new(Ufunc.BitwiseXor, (x, y, _) => x ^ y, ElementType.Boolean, ElementType.Boolean, ElementType.Boolean),
    ];

    private static readonly BitsKernel[] s_float64 = [.. Float<double>(), .. s_masks], s_float32 = [.. Float<float>(), .. s_masks];
    private static readonly BitsKernel[] s_int64 = [.. Integer<long>(), .. s_masks], s_int32 = [.. Integer<int>(), .. s_masks];

    private static IEnumerable<BitsKernel> Float<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ElementType type = ElementTypes.Of<T>();
        foreach (BitsKernel kernel in Number<T>()) yield return kernel;
        yield return new(Ufunc.Divide, (x, y, _) => Bits(As<T>(x) / As<T>(y)), type, type, type);
        yield return new(Ufunc.Sqrt, (x, _, _) => Bits(T.Sqrt(As<T>(x))), type, type);
        yield return new(Ufunc.Sin, (x, _, _) => Bits(LaneFunctions<T>.Ranged(As<T>(x))), type, type) { Function = LaneFunctions<T>.OfRanged };
        yield return new(Ufunc.Cos, (x, y, _) => Bits(LaneFunctions<T>.Mixed(As<T>(x), As<T>(y))), type, type, type) { Function = LaneFunctions<T>.OfMixed };
    }

    private static IEnumerable<BitsKernel> Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ElementType type = ElementTypes.Of<T>();
        foreach (BitsKernel kernel in Number<T>()) yield return kernel;
        yield return new(Ufunc.BitwiseAnd, (x, y, _) => x & y, type, type, type);
        yield return new(Ufunc.BitwiseOr, (x, y, _) => x | y, type, type, type);
        yield return new(Ufunc.BitwiseXor, (x, y, _) => x ^ y, type, type, type);
        yield return new(Ufunc.Invert, (x, _, _) => Bits(~As<T>(x)), type, type);
    }

    private static IEnumerable<BitsKernel> Number<T>() where T : unmanaged, INumber<T>
    {
        ElementType type = ElementTypes.Of<T>();
        yield return new(Ufunc.Add, (x, y, _) => Bits(As<T>(x) + As<T>(y)), type, type, type);
        yield return new(Ufunc.Subtract, (x, y, _) => Bits(As<T>(x) - As<T>(y)), type, type, type);
        yield return new(Ufunc.Multiply, (x, y, _) => Bits(As<T>(x) * As<T>(y)), type, type, type);
        yield return new(Ufunc.Negative, (x, _, _) => Bits(-As<T>(x)), type, type);
        yield return new(Ufunc.Absolute, (x, _, _) => Bits(Absolute(As<T>(x))), type, type);
        yield return new(Ufunc.Square, (x, _, _) => Bits(As<T>(x) * As<T>(x)), type, type);
        yield return new(Ufunc.Minimum, (x, y, _) => As<T>(x) <= As<T>(y) || T.IsNaN(As<T>(x)) ? x : y, type, type, type);
        yield return new(Ufunc.Maximum, (x, y, _) => As<T>(x) >= As<T>(y) || T.IsNaN(As<T>(x)) ? x : y, type, type, type);
        yield return new(Ufunc.Greater, (x, y, _) => Bits(As<T>(x) > As<T>(y)), ElementType.Boolean, type, type);
        yield return new(Ufunc.GreaterEqual, (x, y, _) => Bits(As<T>(x) >= As<T>(y)), ElementType.Boolean, type, type);
        yield return new(Ufunc.Less, (x, y, _) => Bits(As<T>(x) < As<T>(y)), ElementType.Boolean, type, type);
        yield return new(Ufunc.LessEqual, (x, y, _) => Bits(As<T>(x) <= As<T>(y)), ElementType.Boolean, type, type);
        yield return new(Ufunc.Equal, (x, y, _) => Bits(As<T>(x) == As<T>(y)), ElementType.Boolean, type, type);
        yield return new(Ufunc.NotEqual, (x, y, _) => Bits(As<T>(x) != As<T>(y)), ElementType.Boolean, type, type);
        yield return new(Ufunc.Where, (x, y, z) => x != 0 ? y : z, type, ElementType.Boolean, type, type);
    }

    // As NumPy's: of the smallest integer itself.
    private static T Absolute<T>(T value) where T : unmanaged, INumber<T> => T.IsNegative(value) ? -value : value;
}
