using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Sine, within 1.5 units in the last place; of float32 that of float64, rounded.</summary>
/// <remarks>Multiplications and additions are fused explicitly, which rounds alike on every machine.</remarks>
internal readonly struct SineLanes : ILaneFunction<double>, ILaneFunction<float>
{
    // pi in parts of which the first two products with an integer are exact
    private const double PiHigh = 3.141592653589793, PiMiddle = 1.2246467991473532e-16, PiLow = -2.9947698097183397e-33;

    static bool ILaneFunction<double>.IsBounded => true;

    static bool ILaneFunction<float>.IsBounded => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Inside(Vector512<double> x)
    {
        Vector512<double> magnitude = Vector512.Abs(x);
        Vector512<double> halfTurns = Vector512.FusedMultiplyAdd(magnitude, Vector512.Create(1 / Math.PI), Vector512.Create(LaneConstants.Shift));
        Vector512<double> n = halfTurns - Vector512.Create(LaneConstants.Shift);
        Vector512<double> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-PiHigh), magnitude);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-PiMiddle), r);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-PiLow), r);
        Vector512<long> sign = (x.AsInt64() & Vector512.Create(long.MinValue)) ^ (halfTurns.AsInt64() << 63);
        return (AngleLanes.Sine(r).AsInt64() ^ sign).AsDouble();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Inside(Vector512<float> x) => Vector512.Narrow(Inside(Vector512.WidenLower(x)), Inside(Vector512.WidenUpper(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> IsInside(Vector512<double> x) => AngleLanes.IsInside(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> IsInside(Vector512<float> x) => AngleLanes.IsInside(x);

    public static double Outside(double x) => Math.Sin(x);

    public static float Outside(float x) => (float)Math.Sin(x);
}
