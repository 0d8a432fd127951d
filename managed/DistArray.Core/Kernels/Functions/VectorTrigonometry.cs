using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Sines, cosines and tangents of vectors of angles up to 100,000: each lane by itself, fused operations as written, so that bits are the same everywhere.</summary>
/// <remarks>Sines and cosines are sines of the angle from the nearest zero; the tangent's two polynomials are those of fdlibm's k_sin.c and k_cos.c.</remarks>
internal static class VectorTrigonometry
{
    public const double Limit = 100_000;

    // Adding and subtracting it rounds to a whole number, which its last bits hold in between.
    private const double Rounder = 6755399441055744;

    // pi / 2 and pi in three parts; the difference from a multiple of the first one is exact.
    private const double HalfPi1 = 1.5707963267948966, HalfPi2 = 6.123233995736766e-17, HalfPi3 = -1.4973849048591833e-33;
    private const double Pi1 = 2 * HalfPi1, Pi2 = 2 * HalfPi2, Pi3 = 2 * HalfPi3;

    // Below it, the tangent is the angle; -0 keeps its sign.
    private const double Tiny = 1.0 / (1 << 27);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x)
    {
        Vector512<double> magnitude = Vector512.Abs(x);
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(magnitude, Vector512.Create(1 / Math.PI), Vector512.Create(Rounder));
        Vector512<double> angle = Subtract(magnitude, shifted - Vector512.Create(Rounder), Pi1, Pi2, Pi3);
        return SineOf(angle) ^ (x & Vector512.Create(-0.0)) ^ (shifted.AsInt64() << 63).AsDouble();
    }

    // The nearest odd multiple of pi / 2 is where the cosine is 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x)
    {
        Vector512<double> magnitude = Vector512.Abs(x);
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(magnitude, Vector512.Create(1 / Math.PI), Vector512.Create(-0.5)) + Vector512.Create(Rounder);
        Vector512<double> n = shifted - Vector512.Create(Rounder);
        Vector512<double> angle = Subtract(magnitude, n + n + Vector512<double>.One, HalfPi1, HalfPi2, HalfPi3);
        return SineOf(angle) ^ (~shifted.AsInt64() << 63).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tan(Vector512<double> x)
    {
        Vector512<long> quadrant = Reduce(x, out Vector512<double> angle);
        Vector512<double> sin = SinPart(angle), cos = CosPart(angle);
        Vector512<double> odd = Odd(quadrant);
        return KeepTiny(x, Vector512.ConditionalSelect(odd, -cos, sin) / Vector512.ConditionalSelect(odd, sin, cos));
    }

    // x less the nearest multiple of pi/2, which the last two bits tell.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Reduce(Vector512<double> x, out Vector512<double> angle)
    {
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(2 / Math.PI), Vector512.Create(Rounder));
        angle = Subtract(x, shifted - Vector512.Create(Rounder), HalfPi1, HalfPi2, HalfPi3);
        return shifted.AsInt64();
    }

    // x less so many times the sum of three parts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Subtract(Vector512<double> x, Vector512<double> n, double part1, double part2, double part3)
    {
        Vector512<double> angle = Vector512.FusedMultiplyAdd(n, Vector512.Create(-part1), x);
        angle = Vector512.FusedMultiplyAdd(n, Vector512.Create(-part2), angle);
        return Vector512.FusedMultiplyAdd(n, Vector512.Create(-part3), angle);
    }

    // Up to a little more than pi / 2, by a minimax polynomial of degree 17.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SineOf(Vector512<double> x)
    {
        Vector512<double> z = x * x, p = Vector512.Create(2.7314446091851363e-15);
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(-7.643970284142959e-13));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(1.60589773120677e-10));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(-2.5052107616990068e-08));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.7557319219163183e-06));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(-0.00019841269841254974));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(0.008333333333333316));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(-0.16666666666666666));
        return Vector512.FusedMultiplyAdd(p, z * x, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SinPart(Vector512<double> x)
    {
        Vector512<double> z = x * x, p = Vector512.Create(1.58969099521155010221e-10);
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(-2.50507602534068634195e-08));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.75573137070700676789e-06));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(-1.98412698298579493134e-04));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(8.33333333332248946124e-03));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(-1.66666666666666324348e-01));
        return Vector512.FusedMultiplyAdd(p, z * x, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> CosPart(Vector512<double> x)
    {
        Vector512<double> z = x * x, half = z * 0.5, w = Vector512<double>.One - half, p = Vector512.Create(-1.13596475577881948265e-11);
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.08757232129817482790e-09));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(-2.75573143513906633035e-07));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(2.48015872894767294178e-05));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(-1.38888888888741095749e-03));
        p = Vector512.FusedMultiplyAdd(p, z, Vector512.Create(4.16666666666666019037e-02));
        return w + Vector512.FusedMultiplyAdd(p, z * z, Vector512<double>.One - w - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Odd(Vector512<long> quadrant) => Vector512.Equals(quadrant & Vector512<long>.One, Vector512<long>.One).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> KeepTiny(Vector512<double> x, Vector512<double> result) =>
        Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(x), Vector512.Create(Tiny)), x, result);
}
