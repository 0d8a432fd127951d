using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Smallest or largest of dense numbers.</summary>
internal static unsafe class LaneExtreme<T, TRule> where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
{
    private static int Width => Vector512<T>.Count;

    private static bool HasNaN => typeof(T) == typeof(double) || typeof(T) == typeof(float);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static T Of(T* values, nint count)
    {
        if (count < Width)
        {
            T extreme = values[0];
            for (nint i = 1; i < count; i++) extreme = TRule.Pick(extreme, values[i]);
            return extreme;
        }
        // The last vector of each loop overlaps: an element may be taken twice.
        Vector512<T> a = Vector512.Load(values), b = Vector512.Load(values + count - Width), c = a, d = b;
        Vector512<T> notNaN = Vector512.Equals(a, a) & Vector512.Equals(b, b);
        nint at = Width;
        for (; at + (4 * Width) <= count; at += 4 * Width)
        {
            Vector512<T> p = Vector512.Load(values + at), q = Vector512.Load(values + at + Width), r = Vector512.Load(values + at + (2 * Width)), s = Vector512.Load(values + at + (3 * Width));
            a = TRule.PickNumber(a, p);
            b = TRule.PickNumber(b, q);
            c = TRule.PickNumber(c, r);
            d = TRule.PickNumber(d, s);
            if (HasNaN && TRule.KeepsNaN) notNaN &= Vector512.Equals(p, p) & Vector512.Equals(q, q) & Vector512.Equals(r, r) & Vector512.Equals(s, s);
        }
        for (; at + Width <= count; at += Width)
        {
            Vector512<T> p = Vector512.Load(values + at);
            a = TRule.PickNumber(a, p);
            if (HasNaN && TRule.KeepsNaN) notNaN &= Vector512.Equals(p, p);
        }
        if (HasNaN && TRule.KeepsNaN && !Vector512.EqualsAll(notNaN.AsByte(), Vector512<byte>.AllBitsSet)) return T.CreateTruncating(double.NaN);
        a = TRule.PickNumber(TRule.PickNumber(a, b), TRule.PickNumber(c, d));
        a = TRule.PickNumber(a, Vector512.Shuffle(a.AsInt64(), Vector512.Create(4L, 5, 6, 7, 0, 1, 2, 3)).As<long, T>());
        a = TRule.PickNumber(a, Vector512.Shuffle(a.AsInt64(), Vector512.Create(2L, 3, 0, 1, 6, 7, 4, 5)).As<long, T>());
        a = TRule.PickNumber(a, Vector512.Shuffle(a.AsInt64(), Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6)).As<long, T>());
        long first = a.AsInt64().ToScalar();
        T found = ((T*)&first)[0];
        for (int lane = 1; lane < sizeof(long) / sizeof(T); lane++) found = TRule.Pick(found, ((T*)&first)[lane]);
        return found;
    }
}
