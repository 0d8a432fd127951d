using System.Numerics;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Exact sums of integers of at most 4 bytes, of which there are at most 2^31.</summary>
internal readonly unsafe struct IntegerSum<T> : IReducer<long> where T : unmanaged, IBinaryInteger<T>
{
    /// <summary>Elements that a state may take on all ranks together.</summary>
    public const long Most = 1L << 31;

    public long Identity => 0;

    public long Fold(long state, void* values, nint count)
    {
        nint i = 0;
        if (typeof(T) == typeof(int) || typeof(T) == typeof(uint))
        {
            Vector512<long> a = Vector512<long>.Zero, b = a;
            for (; i + 16 <= count; i += 16)
            {
                if (typeof(T) == typeof(int))
                {
                    (Vector512<long> lower, Vector512<long> upper) = Vector512.Widen(Vector512.Load((int*)values + i));
                    a += lower;
                    b += upper;
                }
                else
                {
                    (Vector512<ulong> lower, Vector512<ulong> upper) = Vector512.Widen(Vector512.Load((uint*)values + i));
                    a += lower.AsInt64();
                    b += upper.AsInt64();
                }
            }
            state += Vector512.Sum(a + b);
        }
        for (; i < count; i++) state += long.CreateTruncating(((T*)values)[i]);
        return state;
    }

    public void FoldEach(long* states, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) states[i] += long.CreateTruncating(((T*)values)[i]);
    }

    public long Combine(long first, long second) => first + second;

    public Operation Operation => Operation<long>.Add;
}
