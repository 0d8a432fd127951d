using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray;

/// <summary>Exponential, within 1 unit in the last place; of float32 that of float64, rounded.</summary>
/// <remarks>Multiplications and additions are fused explicitly, which rounds alike on every machine.</remarks>
internal readonly struct ExponentialLanes : ILaneFunction<double>, ILaneFunction<float>
{
    // log(2) in parts of which the first product with an integer is exact
    private const double Log2High = 0.6931471805599453, Log2Low = 2.3190468138462996e-17, InverseLog2 = 1.4426950408889634;
    private const double Least = -746, Most = 710; // 0 and infinity

    static bool ILaneFunction<double>.IsBounded => false;

    static bool ILaneFunction<float>.IsBounded => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Inside(Vector512<double> x)
    {
        x = Vector512.MaxNative(Vector512.Create(Least), Vector512.MinNative(Vector512.Create(Most), x)); // NaN stays
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(InverseLog2), Vector512.Create(LaneConstants.Shift));
        Vector512<double> n = shifted - Vector512.Create(LaneConstants.Shift);
        Vector512<double> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Log2High), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Log2Low), r);
        return Scale(Core(r), n, shifted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Inside(Vector512<float> x) => Vector512.Narrow(Inside(Vector512.WidenLower(x)), Inside(Vector512.WidenUpper(x)));

    public static Vector512<double> IsInside(Vector512<double> x) => Vector512<double>.AllBitsSet;

    public static Vector512<float> IsInside(Vector512<float> x) => Vector512<float>.AllBitsSet;

    public static double Outside(double x) => Math.Exp(x);

    public static float Outside(float x) => (float)Math.Exp(x);

    // Of |r| up to a little more than log(2) / 2, by a polynomial of degree 12.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Core(Vector512<double> r)
    {
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
        return Vector512.FusedMultiplyAdd(p, r * r, r) + Vector512<double>.One;
    }

    // p * 2^n, rounded once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Scale(Vector512<double> p, Vector512<double> n, Vector512<double> shifted)
    {
        if (Avx512F.IsSupported) return Avx512F.Scale(p, n);
        Vector512<long> exponent = shifted.AsInt64() - Vector512.Create(LaneConstants.Shift).AsInt64();
        Vector512<long> half = exponent >> 1, bias = Vector512.Create(1023L);
        return p * ((half + bias) << 52).AsDouble() * ((exponent - half + bias) << 52).AsDouble();
    }
}
