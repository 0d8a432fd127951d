using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>What sine and cosine have in common.</summary>
internal static class AngleLanes
{
    /// <summary>Magnitude up to which three parts of pi give full precision.</summary>
    public const double Limit = 1e6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> IsInside(Vector512<double> x) => Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create(Limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> IsInside(Vector512<float> x) => Vector512.LessThanOrEqual(Vector512.Abs(x), Vector512.Create((float)Limit));

    /// <summary>Sine of |r| up to a little more than pi / 2, by a polynomial of degree 17.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sine(Vector512<double> r)
    {
        Vector512<double> square = r * r;
        Vector512<double> p = Vector512.Create(2.7314446091851363e-15);
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(-7.643970284142959e-13));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(1.60589773120677e-10));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(-2.5052107616990068e-08));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.7557319219163183e-06));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(-0.00019841269841254974));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(0.008333333333333316));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(-0.16666666666666666));
        return Vector512.FusedMultiplyAdd(p, square * r, r);
    }
}
