using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Unsigned integers in the order of the numbers that they stand for. NaN is the first or the last of all.</summary>
internal static class OrderKeys
{
    /// <summary>The key of a number.</summary>
    public static ulong Of<T>(T value, bool nanFirst = false) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(double)) return OfReal(Unsafe.BitCast<T, double>(value), nanFirst);
        if (typeof(T) == typeof(float)) return OfReal(Unsafe.BitCast<T, float>(value), nanFirst);
        return typeof(T) == typeof(ulong) ? ulong.CreateTruncating(value) : (ulong)long.CreateTruncating(value) ^ (1UL << 63);
    }

    /// <summary>The number of a key.</summary>
    public static T Value<T>(ulong key, bool nanFirst = false) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(double)) return Unsafe.BitCast<double, T>(Real(key, nanFirst));
        if (typeof(T) == typeof(float)) return Unsafe.BitCast<float, T>((float)Real(key, nanFirst));
        return typeof(T) == typeof(ulong) ? T.CreateTruncating(key) : T.CreateTruncating((long)(key ^ (1UL << 63)));
    }

    private static ulong OfReal(double value, bool nanFirst)
    {
        if (double.IsNaN(value)) return nanFirst ? ulong.MinValue : ulong.MaxValue;
        ulong bits = BitConverter.DoubleToUInt64Bits(value);
        return (long)bits < 0 ? ~bits : bits | (1UL << 63);
    }

    private static double Real(ulong key, bool nanFirst)
    {
        if (key == (nanFirst ? ulong.MinValue : ulong.MaxValue)) return double.NaN;
        return BitConverter.UInt64BitsToDouble((long)key < 0 ? key & ~(1UL << 63) : ~key);
    }
}
