using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Exponential functions and logarithms of vectors: each lane by itself, with no fused operations, so that bits are the same everywhere.</summary>
/// <remarks>The approximations are those of fdlibm's e_exp.c and e_log.c.</remarks>
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
        Vector512<double> high = x - (n * Ln2High), low = n * Ln2Low, r = high - low, t = r * r;
        Vector512<double> c = r - (t * (Vector512.Create(1.66666666666666019037e-01) + (t * (Vector512.Create(-2.77777777770155933842e-03)
            + (t * (Vector512.Create(6.61375632143793436117e-05) + (t * (Vector512.Create(-1.65339022054652515390e-06) + (t * 4.13813679705723846039e-08)))))))));
        Vector512<double> result = Vector512<double>.One - (low - (r * c / (Vector512.Create(2.0) - c)) - high);
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
