using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray;

/// <summary>Sums of dense real numbers in double precision: blocks in a binary tree, in eight lanes of which each gets every eighth term.</summary>
/// <remarks>The lanes are the same whatever vectors the processor has, and so are the bits. The loops are not inlined: among many locals their sums would not stay in registers.</remarks>
/// <typeparam name="T">Float or double.</typeparam>
/// <typeparam name="TTerm">What is taken of each number.</typeparam>
internal static unsafe class LaneSum<T, TTerm> where T : unmanaged where TTerm : struct, ITerm
{
    private const int Width = 8;
    private const int Block = 2048;

    /// <summary>The sum of all terms.</summary>
    public static double Sum(T* values, nint count, TTerm term)
    {
        double even, odd;
        Sum(values, count, term, &even, &odd);
        return even + odd;
    }

    /// <summary>The sums of every other term: those of real and imaginary parts.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Sum(T* values, nint count, TTerm term, double* even, double* odd)
    {
        const int Levels = 48, Bytes = 64;
        Vector512<double> lanes;
        if (count <= Block) lanes = BlockLanes(values, count, term);
        else
        {
            // Level k holds the sum of 2^k blocks that waits for its neighbour, as bits of a counter do. Aligned, since vectors across lines of the cache are slow to read back.
            byte* memory = stackalloc byte[(Levels + 1) * Bytes];
            var levels = (double*)((nint)(memory + Bytes - 1) & -Bytes);
            ulong blocks = 0;
            for (; count > Block; count -= Block, values += Block)
            {
                lanes = BlockLanes(values, Block, term);
                int level = 0;
                for (; (blocks >> level & 1) != 0; level++) lanes = Vector512.Load(levels + (level * Width)) + lanes;
                lanes.Store(levels + (level * Width));
                blocks++;
            }
            lanes = BlockLanes(values, count, term);
            for (int level = 0; blocks >> level != 0; level++)
                if ((blocks >> level & 1) != 0) lanes = Vector512.Load(levels + (level * Width)) + lanes;
        }
        Vector256<double> half = lanes.GetLower() + lanes.GetUpper();
        Vector128<double> pair = half.GetLower() + half.GetUpper();
        *even = pair[0];
        *odd = pair[1];
    }

    /// <summary>Adds the term of each number to a sum of its own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
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

    /// <summary>Adds the terms of each row to the same sums, eight rows at a time.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddRows(double* sums, T* values, nint count, nint rows, nint rowStride, TTerm term)
    {
        for (; rows >= 8; rows -= 8)
        {
            T* a = values, b = Next(a, rowStride), c = Next(b, rowStride), d = Next(c, rowStride);
            T* e = Next(d, rowStride), f = Next(e, rowStride), g = Next(f, rowStride), h = Next(g, rowStride);
            nint i = 0;
            for (; i + Width <= count; i += Width)
            {
                Vector512<double> first = (term.Of(Load(a + i)) + term.Of(Load(b + i))) + (term.Of(Load(c + i)) + term.Of(Load(d + i)));
                Vector512<double> second = (term.Of(Load(e + i)) + term.Of(Load(f + i))) + (term.Of(Load(g + i)) + term.Of(Load(h + i)));
                (Vector512.Load(sums + i) + (first + second)).Store(sums + i);
            }
            for (; i < count; i++)
            {
                double first = (Term(a + i, term) + Term(b + i, term)) + (Term(c + i, term) + Term(d + i, term));
                double second = (Term(e + i, term) + Term(f + i, term)) + (Term(g + i, term) + Term(h + i, term));
                sums[i] += first + second;
            }
            values = Next(h, rowStride);
        }
        for (; rows > 0; rows--, values = Next(values, rowStride)) AddEach(sums, values, count, term);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(T value) => typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value) : Unsafe.BitCast<T, double>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> BlockLanes(T* values, nint count, TTerm term)
    {
        Vector512<double> a = Vector512<double>.Zero, b = a, c = a, d = a, e = a, f = a, g = a, h = a;
        nint i = 0;
        for (; i + (8 * Width) <= count; i += 8 * Width)
        {
            a += term.Of(Load(values + i));
            b += term.Of(Load(values + i + Width));
            c += term.Of(Load(values + i + (2 * Width)));
            d += term.Of(Load(values + i + (3 * Width)));
            e += term.Of(Load(values + i + (4 * Width)));
            f += term.Of(Load(values + i + (5 * Width)));
            g += term.Of(Load(values + i + (6 * Width)));
            h += term.Of(Load(values + i + (7 * Width)));
        }
        if (i + (4 * Width) <= count)
        {
            a += term.Of(Load(values + i));
            b += term.Of(Load(values + i + Width));
            c += term.Of(Load(values + i + (2 * Width)));
            d += term.Of(Load(values + i + (3 * Width)));
            i += 4 * Width;
        }
        for (; i + Width <= count; i += Width) e += term.Of(Load(values + i));
        if (i < count) f += Rest(values + i, (int)(count - i), term);
        return ((a + b) + (c + d)) + ((e + f) + (g + h));
    }

    private static Vector512<double> Rest(T* values, int count, TTerm term)
    {
        Vector512<double> rest = Vector512<double>.Zero;
        for (int i = 0; i < count; i++) ((double*)&rest)[i] = Term(values + i, term);
        return rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Term(T* value, TTerm term) => term.Of(ToDouble(*value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T* Next(T* row, nint rowStride) => (T*)((byte*)row + rowStride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(T* values)
    {
        if (typeof(T) == typeof(double)) return Vector512.Load((double*)values);
        Vector256<float> narrow = Vector256.Load((float*)values);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector512Double(narrow) : Vector512.Create(Vector256.WidenLower(narrow), Vector256.WidenUpper(narrow));
    }
}
