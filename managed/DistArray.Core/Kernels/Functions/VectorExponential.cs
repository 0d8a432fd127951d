using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Exponential functions and logarithms of vectors: each lane by itself, fused operations as written, so that bits are the same everywhere.</summary>
/// <remarks>The exponential function is its series around the nearest multiple of ln 2; the logarithm is that of fdlibm's e_log.c.</remarks>
internal static class VectorExponential
{
    /// <summary>Exponents up to it, of either sign, give normal numbers.</summary>
    public const double Limit = 700;

    // Adding and subtracting it rounds to a whole number, which its last bits hold in between.
    private const double Rounder = 6755399441055744;
    private const double Log2E = 1.44269504088896338700e+00;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // The bits of sqrt(1/2), the last ones cut off.
    private const long RootOfHalf = 0x3fe6a09e_00000000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        Vector512<double> shifted = (x * Log2E) + Vector512.Create(Rounder);
        Vector512<double> n = shifted - Vector512.Create(Rounder);
        Vector512<double> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), x));
        Vector512<double> p = Vector512.Create(1 / 6227020800.0);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 479001600.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 39916800.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 3628800.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 362880.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 40320.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 5040.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 720.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 120.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 24.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1 / 6.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.5));
        Vector512<double> result = Vector512<double>.One + Vector512.FusedMultiplyAdd(r * r, p, r);
        return (result.AsInt64() + (shifted.AsInt64() << 52)).AsDouble();
    }

    /// <summary>Of positive normal numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        Vector512<long> exponent = (x.AsInt64() - Vector512.Create(RootOfHalf)) >> 52;
        Vector512<double> k = Vector512.ConvertToDouble(exponent);
        Vector512<double> f = (x.AsInt64() - (exponent << 52)).AsDouble() - Vector512<double>.One;
        Vector512<double> half = f * f * 0.5, s = f / (f + Vector512.Create(2.0)), z = s * s, w = z * z;
        Vector512<double> even = w * (Vector512.Create(3.999999999940941908e-01) + (w * (Vector512.Create(2.222219843214978396e-01) + (w * 1.531383769920937332e-01))));
        Vector512<double> odd = z * (Vector512.Create(6.666666666666735130e-01) + (w * (Vector512.Create(2.857142874366239149e-01)
            + (w * (Vector512.Create(1.818357216161805012e-01) + (w * 1.479819860511658591e-01))))));
        return (s * (half + even + odd)) + (k * Ln2Low) - half + f + (k * Ln2High);
    }
}
