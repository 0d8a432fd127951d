using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray;

/// <summary>Sums of dense real numbers in double precision: blocks in a binary tree, in eight lanes of which each gets every eighth term.</summary>
/// <remarks>The lanes are the same whatever vectors the processor has, and so are the bits.</remarks>
/// <typeparam name="T">Float or double.</typeparam>
/// <typeparam name="TTerm">What is taken of each number.</typeparam>
internal static unsafe class LaneSum<T, TTerm> where T : unmanaged where TTerm : struct, ITerm
{
    private const int Width = 8;
    private const int Block = 1024;

    /// <summary>The sums of the eight lanes.</summary>
    public static Vector512<double> Lanes(T* values, nint count, TTerm term)
    {
        if (count <= Block) return BlockLanes(values, count, term);
        nint half = ((count / 2) + Block - 1) & -Block;
        return Lanes(values, half, term) + Lanes(values + half, count - half, term);
    }

    /// <summary>Adds the term of each number to a sum of its own.</summary>
    public static void AddEach(double* sums, T* values, nint count, TTerm term)
    {
        nint i = 0;
        for (; i + (2 * Width) <= count; i += 2 * Width)
        {
            (Vector512.Load(sums + i) + term.Of(Load(values + i))).Store(sums + i);
            (Vector512.Load(sums + i + Width) + term.Of(Load(values + i + Width))).Store(sums + i + Width);
        }
        for (; i < count; i++) sums[i] += term.Of(ToDouble(values[i]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(T value) => typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value) : Unsafe.BitCast<T, double>(value);

    private static Vector512<double> BlockLanes(T* values, nint count, TTerm term)
    {
        Vector512<double> a = Vector512<double>.Zero, b = a, c = a, d = a;
        nint i = 0;
        for (; i + (4 * Width) <= count; i += 4 * Width)
        {
            a += term.Of(Load(values + i));
            b += term.Of(Load(values + i + Width));
            c += term.Of(Load(values + i + (2 * Width)));
            d += term.Of(Load(values + i + (3 * Width)));
        }
        for (; i + Width <= count; i += Width) a += term.Of(Load(values + i));
        if (i < count) b += Rest(values + i, (int)(count - i), term);
        return (a + b) + (c + d);
    }

    private static Vector512<double> Rest(T* values, int count, TTerm term)
    {
        Vector512<double> rest = Vector512<double>.Zero;
        for (int i = 0; i < count; i++) ((double*)&rest)[i] = term.Of(ToDouble(values[i]));
        return rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(T* values)
    {
        if (typeof(T) == typeof(double)) return Vector512.Load((double*)values);
        Vector256<float> narrow = Vector256.Load((float*)values);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Double(narrow) : Vector512.Create(Vector256.WidenLower(narrow), Vector256.WidenUpper(narrow));
    }
}

/// <summary>Puts lanes together.</summary>
internal static class LaneTotal
{
    public static double Of(Vector512<double> lanes)
    {
        Vector128<double> pair = Pair(lanes);
        return pair[0] + pair[1];
    }

    /// <summary>The sums of the even and of the odd lanes: real and imaginary parts.</summary>
    public static Vector128<double> Pair(Vector512<double> lanes)
    {
        Vector256<double> half = lanes.GetLower() + lanes.GetUpper();
        return half.GetLower() + half.GetUpper();
    }
}
