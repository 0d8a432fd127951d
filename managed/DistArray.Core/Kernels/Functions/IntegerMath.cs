using System.Numerics;

namespace DistArray;

/// <summary>Functions of integers, which wrap around and never trap.</summary>
internal static class IntegerMath<T> where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    public static unsafe int Bits => 8 * sizeof(T);

    private static T MinusOne => T.Zero - T.One;

    private static bool IsSigned => T.IsNegative(T.MinValue);

    /// <summary>Rounded down; 0 where the divisor is 0.</summary>
    public static T FloorDivide(T x, T y)
    {
        if (T.IsZero(y)) return T.Zero;
        if (IsSigned && y == MinusOne) return T.Zero - x;
        (T quotient, T remainder) = T.DivRem(x, y);
        return !T.IsZero(remainder) && T.IsNegative(remainder) != T.IsNegative(y) ? quotient - T.One : quotient;
    }

    /// <summary>Of the divisor's sign; 0 where the divisor is 0.</summary>
    public static T Remainder(T x, T y)
    {
        T remainder = Fmod(x, y);
        return !T.IsZero(remainder) && T.IsNegative(remainder) != T.IsNegative(y) ? remainder + y : remainder;
    }

    /// <summary>Of the dividend's sign; 0 where the divisor is 0.</summary>
    public static T Fmod(T x, T y) => T.IsZero(y) || (IsSigned && y == MinusOne) ? T.Zero : x % y;

    public static double TrueDivide(T x, T y) => double.CreateTruncating(x) / double.CreateTruncating(y);

    public static double FloatPower(T x, T y) => Math.Pow(double.CreateTruncating(x), double.CreateTruncating(y));

    public static T Power(T x, T y)
    {
        if (T.IsNegative(y)) throw new ArgumentException($"Power: integers have no negative powers, and an exponent is {y}. Use AsType<double>() first, or Np.FloatPower.");
        T result = T.One;
        while (true)
        {
            if (T.IsOddInteger(y)) result *= x;
            y >>>= 1;
            if (T.IsZero(y)) return result;
            x *= x;
        }
    }

    /// <summary>1, -1, or 0; of 0 it is what x86 makes of an infinity, as in NumPy there.</summary>
    public static T Reciprocal(T x)
    {
        if (T.IsZero(x)) return IsSigned && Bits >= 32 ? T.MinValue : T.Zero;
        return x == T.One || (IsSigned && x == MinusOne) ? x : T.Zero;
    }

    /// <summary>0 where all bits leave, also for negative counts.</summary>
    public static T LeftShift(T x, T y) => ulong.CreateTruncating(y) < (ulong)Bits ? x << int.CreateTruncating(y) : T.Zero;

    /// <summary>0 or -1 where all bits leave, also for negative counts.</summary>
    public static T RightShift(T x, T y)
    {
        if (ulong.CreateTruncating(y) < (ulong)Bits) return x >> int.CreateTruncating(y);
        return T.IsNegative(x) ? MinusOne : T.Zero;
    }

    public static T Gcd(T x, T y) => T.CreateTruncating(Gcd(Magnitude(x), Magnitude(y)));

    public static T Lcm(T x, T y)
    {
        ulong divisor = Gcd(Magnitude(x), Magnitude(y));
        return divisor == 0 ? T.Zero : T.CreateTruncating(Magnitude(x) / divisor * Magnitude(y));
    }

    private static ulong Magnitude(T x) => T.IsNegative(x) ? 0 - (ulong)long.CreateTruncating(x) : ulong.CreateTruncating(x);

    private static ulong Gcd(ulong x, ulong y)
    {
        while (x != 0) (x, y) = (y % x, x);
        return y;
    }
}
