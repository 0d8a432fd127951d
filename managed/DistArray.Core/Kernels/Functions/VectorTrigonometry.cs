using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Sines, cosines and tangents of vectors of angles up to 100,000: each lane by itself, fused operations as written, so that bits are the same everywhere.</summary>
/// <remarks>Angles are reduced by three parts of pi/2; the polynomials are those of fdlibm's k_sin.c and k_cos.c.</remarks>
internal static class VectorTrigonometry
{
    public const double Limit = 100_000;

    // Adding and subtracting it rounds to a whole number, which its last bits hold in between.
    private const double Rounder = 6755399441055744;
    private const double TwoOverPi = 6.36619772367581382433e-01;
    private const double HalfPi1 = 1.5707963267948966;
    private const double HalfPi2 = 6.123233995736766e-17;
    private const double HalfPi3 = -1.4973849048591833e-33;

    // Below it, the sine and the tangent are the angle; -0 keeps its sign.
    private const double Tiny = 1.0 / (1 << 27);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sin(Vector512<double> x)
    {
        Vector512<long> quadrant = Reduce(x, out Vector512<double> angle);
        return KeepTiny(x, Select(quadrant, SinPart(angle), CosPart(angle)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cos(Vector512<double> x)
    {
        Vector512<long> quadrant = Reduce(x, out Vector512<double> angle);
        return Select(quadrant + Vector512<long>.One, SinPart(angle), CosPart(angle));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Tan(Vector512<double> x)
    {
        Vector512<long> quadrant = Reduce(x, out Vector512<double> angle);
        Vector512<double> sin = SinPart(angle), cos = CosPart(angle);
        Vector512<double> odd = Odd(quadrant);
        return KeepTiny(x, Vector512.ConditionalSelect(odd, -cos, sin) / Vector512.ConditionalSelect(odd, sin, cos));
    }

    // x less the nearest multiple of pi/2, which the last two bits tell. The first difference is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Reduce(Vector512<double> x, out Vector512<double> angle)
    {
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(TwoOverPi), Vector512.Create(Rounder));
        Vector512<double> n = shifted - Vector512.Create(Rounder);
        angle = Vector512.FusedMultiplyAdd(n, Vector512.Create(-HalfPi1), x);
        angle = Vector512.FusedMultiplyAdd(n, Vector512.Create(-HalfPi2), angle);
        angle = Vector512.FusedMultiplyAdd(n, Vector512.Create(-HalfPi3), angle);
        return shifted.AsInt64();
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

    // sin, cos, -sin, -cos by quadrant.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Select(Vector512<long> quadrant, Vector512<double> sin, Vector512<double> cos) =>
        Vector512.ConditionalSelect(Odd(quadrant), cos, sin) ^ ((quadrant & Vector512.Create(2L)) << 62).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> KeepTiny(Vector512<double> x, Vector512<double> result) =>
        Vector512.ConditionalSelect(Vector512.LessThan(Vector512.Abs(x), Vector512.Create(Tiny)), x, result);
}
