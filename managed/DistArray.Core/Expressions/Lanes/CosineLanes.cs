using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Cosine, within 2 units in the last place; of float32 that of float64, rounded.</summary>
/// <remarks>Multiplications and additions are fused explicitly, which rounds alike on every machine.</remarks>
internal readonly struct CosineLanes : ILaneFunction<double>, ILaneFunction<float>
{
    // pi / 2 in parts of which the first two products with an integer are exact
    private const double HalfPiHigh = 1.5707963267948966, HalfPiMiddle = 6.123233995736766e-17, HalfPiLow = -1.4973849048591698e-33;

    static bool ILaneFunction<double>.IsBounded => true;

    static bool ILaneFunction<float>.IsBounded => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Inside(Vector512<double> x)
    {
        Vector512<double> magnitude = Vector512.Abs(x);
        Vector512<double> halfTurns = Vector512.FusedMultiplyAdd(magnitude, Vector512.Create(1 / Math.PI), Vector512.Create(-0.5)) + Vector512.Create(LaneConstants.Shift);
        Vector512<double> n = halfTurns - Vector512.Create(LaneConstants.Shift);
        Vector512<double> quarters = n + n + Vector512<double>.One; // odd: where the cosine is 0
        Vector512<double> r = Vector512.FusedMultiplyAdd(quarters, Vector512.Create(-HalfPiHigh), magnitude);
        r = Vector512.FusedMultiplyAdd(quarters, Vector512.Create(-HalfPiMiddle), r);
        r = Vector512.FusedMultiplyAdd(quarters, Vector512.Create(-HalfPiLow), r);
        Vector512<long> sign = ~halfTurns.AsInt64() << 63;
        return (AngleLanes.Sine(r).AsInt64() ^ sign).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Inside(Vector512<float> x) => Vector512.Narrow(Inside(Vector512.WidenLower(x)), Inside(Vector512.WidenUpper(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> IsInside(Vector512<double> x) => AngleLanes.IsInside(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> IsInside(Vector512<float> x) => AngleLanes.IsInside(x);

    public static double Outside(double x) => Math.Cos(x);

    public static float Outside(float x) => (float)Math.Cos(x);
}
