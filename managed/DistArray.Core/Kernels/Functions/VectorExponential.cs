using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray;

/// <summary>Exponential functions and logarithms of vectors: each lane by itself, fused operations as written, so that bits are the same everywhere.</summary>
/// <remarks>The exponential function is a minimax polynomial of degree 12 around the nearest multiple of ln 2; the logarithm is that of fdlibm's e_log.c.</remarks>
internal static class VectorExponential
{
    // Below the first the result is 0, above the second infinite.
    private const double LeastExponent = -746, LargestExponent = 710;

    // Adding and subtracting it rounds to a whole number, which its last bits hold in between.
    private const double Rounder = 6755399441055744;
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts: the difference from a multiple of the first one is exact.
    private const double Ln2First = 0.6931471805599453, Ln2Second = 2.3190468138462996e-17;

    // And as fdlibm has it, where multiples of the first one are exact.
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    // The bits of sqrt(1/2), the last ones cut off.
    private const long RootOfHalf = 0x3fe6a09e_00000000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        x = Vector512.MaxNative(Vector512.Create(LeastExponent), Vector512.MinNative(Vector512.Create(LargestExponent), x)); // NaN stays
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(Log2E), Vector512.Create(Rounder));
        Vector512<double> n = shifted - Vector512.Create(Rounder);
        Vector512<double> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Second), Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2First), x));
        Vector512<double> p = Vector512.Create(2.0914686968086876e-09);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(2.5105217004720745e-08));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(2.75572736431103e-07));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(2.7557255400206422e-06));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(2.4801587325547743e-05));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.00019841269874820627));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.0013888888888883748));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.008333333333326136));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.04166666666666667));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.1666666666666667));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.5));
        return Scale(Vector512.FusedMultiplyAdd(p, r * r, r) + Vector512<double>.One, n, shifted);
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

    // p * 2^n, rounded once: of two powers the first changes no digit of p.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Scale(Vector512<double> p, Vector512<double> n, Vector512<double> shifted)
    {
        if (Avx512F.IsSupported) return Avx512F.Scale(p, n);
        Vector512<long> exponent = shifted.AsInt64() - Vector512.Create(Rounder).AsInt64(), half = exponent >> 1, bias = Vector512.Create(1023L);
        return p * ((half + bias) << 52).AsDouble() * ((exponent - half + bias) << 52).AsDouble();
    }
}
