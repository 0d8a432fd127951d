using System.Text.RegularExpressions;

namespace DistArray.Core.Tests.Kernels;

/// <summary>How NumPy spells our functions.</summary>
internal static partial class NumPyExpression
{
    /// <summary>Functions of one operand, of two, of three.</summary>
    public static readonly Ufunc[] Unary =
    [
        Ufunc.Negative, Ufunc.Positive, Ufunc.Absolute, Ufunc.Fabs, Ufunc.Sign, Ufunc.Reciprocal, Ufunc.Square, Ufunc.Sqrt, Ufunc.Cbrt, Ufunc.Exp, Ufunc.Exp2,
        Ufunc.Expm1, Ufunc.Log, Ufunc.Log2, Ufunc.Log10, Ufunc.Log1p, Ufunc.Sin, Ufunc.Cos, Ufunc.Tan, Ufunc.ArcSin, Ufunc.ArcCos, Ufunc.ArcTan, Ufunc.Sinh,
        Ufunc.Cosh, Ufunc.Tanh, Ufunc.ArcSinh, Ufunc.ArcCosh, Ufunc.ArcTanh, Ufunc.Degrees, Ufunc.Radians, Ufunc.Sinc, Ufunc.LogicalNot, Ufunc.Invert,
        Ufunc.Floor, Ufunc.Ceil, Ufunc.Trunc, Ufunc.Rint, Ufunc.IsNaN, Ufunc.IsInf, Ufunc.IsFinite, Ufunc.SignBit, Ufunc.Spacing, Ufunc.ModfFraction,
        Ufunc.ModfWhole, Ufunc.FrexpMantissa, Ufunc.FrexpExponent, Ufunc.Conj, Ufunc.Real, Ufunc.Imag, Ufunc.Angle, Ufunc.NanToNum,
    ];

    public static readonly Ufunc[] Binary =
    [
        Ufunc.Add, Ufunc.Subtract, Ufunc.Multiply, Ufunc.Divide, Ufunc.FloorDivide, Ufunc.Remainder, Ufunc.Fmod, Ufunc.Power, Ufunc.FloatPower, Ufunc.LogAddExp,
        Ufunc.LogAddExp2, Ufunc.ArcTan2, Ufunc.Hypot, Ufunc.Heaviside, Ufunc.Maximum, Ufunc.Minimum, Ufunc.FMax, Ufunc.FMin, Ufunc.Greater, Ufunc.GreaterEqual,
        Ufunc.Less, Ufunc.LessEqual, Ufunc.Equal, Ufunc.NotEqual, Ufunc.LogicalAnd, Ufunc.LogicalOr, Ufunc.LogicalXor, Ufunc.BitwiseAnd, Ufunc.BitwiseOr,
        Ufunc.BitwiseXor, Ufunc.LeftShift, Ufunc.RightShift, Ufunc.Gcd, Ufunc.Lcm, Ufunc.CopySign, Ufunc.NextAfter,
    ];

    // With one infinite part it is the direction of that.
    private const string Sign2 = """
        (lambda a: np.where(np.isnan(a) | (np.isinf(x.real) & np.isinf(x.imag)), complex(np.nan, np.nan), np.where(np.isinf(a), np.where(np.isinf(x.real), np.sign(x.real) + 0j, 1j * np.sign(x.imag)), np.where(x == 0, 0, x / np.where(a == 0, 1, a)))).astype(x.dtype))(np.abs(x))
        """;

    /// <summary>The expression of NumPy's function; where ours computes in double and rounds once, in double, too.</summary>
    public static string Of(Ufunc ufunc, ElementType type)
    {
        bool binary = Binary.Contains(ufunc);
        bool rounded = type == ElementType.Complex64 ? KernelCases.MayDiffer(ufunc, type) && ufunc != Ufunc.FloatPower
            : type == ElementType.Float32 && ufunc is Ufunc.LogAddExp or Ufunc.LogAddExp2 or Ufunc.Sinc;
        if (!rounded) return Plain(ufunc, type);
        string wide = type == ElementType.Complex64 ? "'D'" : "'d'", result = ufunc is Ufunc.Absolute or Ufunc.Angle ? "'f'" : "x.dtype";
        return $"(lambda x, y, t: {Plain(ufunc, type).Replace("x.dtype", "t")})(x.astype({wide}), {(binary ? $"y.astype({wide})" : "x")}, x.dtype).astype({result})";
    }

    private static string Plain(Ufunc ufunc, ElementType type) => ufunc switch
    {
        Ufunc.Divide => "np.true_divide(x, y)",
        Ufunc.ModfFraction => "np.modf(x)[0]",
        Ufunc.ModfWhole => "np.modf(x)[1]",
        Ufunc.FrexpMantissa => "np.frexp(x)[0]",
        Ufunc.FrexpExponent => "np.frexp(x)[1]",
        Ufunc.NanToNum => "np.nan_to_num(x)",
        // NumPy 2 differs from the 1.24 that we run in these.
        Ufunc.Sign when type is ElementType.Complex64 or ElementType.Complex128 => Sign2,
        Ufunc.Floor or Ufunc.Ceil or Ufunc.Trunc when type <= ElementType.UInt64 => "x",
        Ufunc.Clip => "np.core.umath.clip(x, y, z)",
        Ufunc.Where => "np.where(x, y, z)",
        _ => $"np.{Name(ufunc)}({(Binary.Contains(ufunc) || ufunc == Ufunc.Ldexp ? "x, y" : "x")})",
    };

    public static string Name(Ufunc ufunc) => Joined().IsMatch(ufunc.ToString()) ? WordStart().Replace(ufunc.ToString(), "_").ToLowerInvariant() : ufunc.ToString().ToLowerInvariant();

    public static string Dtype(ElementType type) => type is ElementType.Logical32 or ElementType.Logical64 ? "bool" : ElementTypes.NameOf(type);

    [GeneratedRegex("^(Logical|Bitwise|Floor.|Float.|Left|Right|NotEqual|.*Equal$)")]
    private static partial Regex Joined();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
