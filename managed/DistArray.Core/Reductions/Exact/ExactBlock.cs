using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Sums of blocks of doubles without rounding: each number is cut at places that suit the largest, so that the parts above a cut add up exactly.</summary>
/// <remarks>As the sums of ReproBLAS (Demmel and Nguyen), but of as many cuts as it takes to leave nothing.</remarks>
internal static unsafe class ExactBlock
{
    /// <summary>Numbers of a block at most.</summary>
    public const int Most = 1024;

    // Bits of a number above a cut, such that a block of them adds up within 53 bits.
    private const int Above = 42;
    private const int Width = 8;
    private const int LargestExponent = 1000, LowestExponent = -1074;

    /// <summary>Adds a block to a sum.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="count">How many; a multiple of 8 and at most <see cref="Most"/>.</param>
    /// <param name="rest">Room for as many numbers; may be <paramref name="values"/>.</param>
    public static void Add(ref ExactState sum, double* values, int count, double* rest)
    {
        while (true)
        {
            double largest = Largest(values, count);
            if (largest == 0) return;
            if (!(largest < Math.ScaleB(1, LargestExponent)))
            {
                for (int i = 0; i < count; i++) sum.Add(values[i]);
                return;
            }
            int first = Math.Max(Math.ILogB(largest) - Above + 1, LowestExponent), second = Math.Max(first - Above - 1, LowestExponent);
            double upper, lower;
            bool isLeft = Cut(values, count, Place(first), Place(second), &upper, &lower, rest);
            sum.Add(upper);
            sum.Add(lower);
            if (!isLeft) return;
            values = rest;
        }
    }

    // A number that, added and taken away again, rounds others to a multiple of 2^exponent.
    private static double Place(int exponent) => Math.ScaleB(1.5, 52 + exponent);

    private static double Largest(double* values, int count)
    {
        Vector512<double> a = Vector512<double>.Zero, b = a, notNaN = Vector512<double>.AllBitsSet;
        int i = 0;
        for (; i + (2 * Width) <= count; i += 2 * Width)
        {
            Vector512<double> x = Vector512.Abs(Vector512.Load(values + i)), y = Vector512.Abs(Vector512.Load(values + i + Width));
            a = Vector512.MaxNative(a, x);
            b = Vector512.MaxNative(b, y);
            notNaN &= Vector512.Equals(x, x) & Vector512.Equals(y, y);
        }
        if (i < count)
        {
            Vector512<double> x = Vector512.Abs(Vector512.Load(values + i));
            a = Vector512.MaxNative(a, x);
            notNaN &= Vector512.Equals(x, x);
        }
        if (!Vector512.EqualsAll(notNaN.AsUInt64(), Vector512<ulong>.AllBitsSet)) return double.NaN;
        a = Vector512.MaxNative(a, b);
        Vector256<double> half = Vector256.MaxNative(a.GetLower(), a.GetUpper());
        Vector128<double> pair = Vector128.MaxNative(half.GetLower(), half.GetUpper());
        return Math.Max(pair[0], pair[1]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Cut(double* values, int count, double firstPlace, double secondPlace, double* upper, double* lower, double* rest)
    {
        Vector512<double> first = Vector512.Create(firstPlace), second = Vector512.Create(secondPlace);
        Vector512<double> a = Vector512<double>.Zero, b = a, c = a, d = a, left = a;
        int i = 0;
        for (; i + (2 * Width) <= count; i += 2 * Width)
        {
            Vector512<double> x = Vector512.Load(values + i), y = Vector512.Load(values + i + Width);
            Vector512<double> p = (x + first) - first, q = (y + first) - first;
            a += p;
            b += q;
            x -= p;
            y -= q;
            p = (x + second) - second;
            q = (y + second) - second;
            c += p;
            d += q;
            x -= p;
            y -= q;
            x.Store(rest + i);
            y.Store(rest + i + Width);
            left |= x | y;
        }
        if (i < count)
        {
            Vector512<double> x = Vector512.Load(values + i), p = (x + first) - first;
            a += p;
            x -= p;
            p = (x + second) - second;
            c += p;
            x -= p;
            x.Store(rest + i);
            left |= x;
        }
        *upper = Total(a + b);
        *lower = Total(c + d);
        return !Vector512.EqualsAll(left, Vector512<double>.Zero);
    }

    // Exact, as all of its sums are.
    private static double Total(Vector512<double> lanes)
    {
        Vector256<double> half = lanes.GetLower() + lanes.GetUpper();
        Vector128<double> pair = half.GetLower() + half.GetUpper();
        return pair[0] + pair[1];
    }
}
