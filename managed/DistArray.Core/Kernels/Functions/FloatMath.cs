using System.Numerics;

namespace DistArray;

/// <summary>Functions of real numbers in their own precision.</summary>
internal static class FloatMath<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static readonly T s_half = T.CreateTruncating(0.5);

    public static T Fmod(T x, T y) => x % y;

    public static T Remainder(T x, T y)
    {
        T remainder = x % y;
        if (T.IsZero(y)) return remainder;
        if (T.IsZero(remainder)) return T.CopySign(T.Zero, y);
        return y < T.Zero != remainder < T.Zero ? remainder + y : remainder;
    }

    public static T FloorDivide(T x, T y)
    {
        T remainder = x % y;
        if (T.IsZero(y)) return x / y;
        T quotient = (x - remainder) / y;
        if (!T.IsZero(remainder) && y < T.Zero != remainder < T.Zero) quotient -= T.One;
        if (T.IsZero(quotient)) return T.CopySign(T.Zero, x / y);
        T floor = T.Floor(quotient);
        return quotient - floor > s_half ? floor + T.One : floor;
    }

    public static T NextAfter(T x, T y)
    {
        if (T.IsNaN(x) || T.IsNaN(y)) return x + y;
        if (x == y) return y;
        if (T.IsZero(x)) return T.CopySign(T.Epsilon, y);
        return x < y ? T.BitIncrement(x) : T.BitDecrement(x);
    }

    /// <summary>Distance to the next number away from 0, of the number's sign.</summary>
    public static T Spacing(T x)
    {
        if (!T.IsFinite(x)) return T.NaN;
        return (x < T.Zero ? T.BitDecrement(x) : T.BitIncrement(x)) - x;
    }

    public static T NanToNum(T x)
    {
        if (T.IsNaN(x)) return T.Zero;
        return T.IsInfinity(x) ? T.IsPositive(x) ? T.MaxValue : T.MinValue : x;
    }
}
