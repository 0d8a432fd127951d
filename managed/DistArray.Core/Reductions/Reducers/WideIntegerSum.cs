using System.Numerics;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Exact sums of integers of any size and number.</summary>
internal readonly unsafe struct WideIntegerSum<T> : IReducer<Int128> where T : unmanaged, IBinaryInteger<T>
{
    private const int Pieces = 3;

    public Int128 Identity => 0;

    public Int128 Fold(Int128 state, void* values, nint count)
    {
        nint i = 0;
        if (sizeof(T) == sizeof(long))
        {
            Vector512<long> low = Vector512<long>.Zero, high = low, mask = Vector512.Create((long)uint.MaxValue);
            for (; i + Vector512<long>.Count <= count; i += Vector512<long>.Count) // 2^31 elements a lane at most: there are no longer rows
            {
                Vector512<long> value = Vector512.Load((long*)values + i);
                low += value & mask;
                high += typeof(T) == typeof(long) ? value >> 32 : value >>> 32;
            }
            for (int lane = 0; lane < Vector512<long>.Count; lane++) state += ((Int128)high[lane] << 32) + low[lane];
        }
        for (; i < count; i++) state += Int128.CreateTruncating(((T*)values)[i]);
        return state;
    }

    public void FoldEach(Int128* states, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) states[i] += Int128.CreateTruncating(((T*)values)[i]);
    }

    public Int128 Combine(Int128 first, Int128 second) => first + second;

    public Operation Operation => Operation<long>.Add;

    // In pieces of 32 bits, which no number of ranks makes overflow.
    public static int PackedBytes => Pieces * sizeof(long);

    public void Pack(Int128* states, void* packed, nint count)
    {
        var pieces = (long*)packed;
        for (nint i = 0; i < count; i++, pieces += Pieces)
        {
            pieces[0] = (uint)(states[i] & uint.MaxValue);
            pieces[1] = (uint)((states[i] >> 32) & uint.MaxValue);
            pieces[2] = (long)(states[i] >> 64);
        }
    }

    public void Unpack(void* packed, Int128* states, nint count)
    {
        var pieces = (long*)packed;
        for (nint i = 0; i < count; i++, pieces += Pieces) states[i] = pieces[0] + ((Int128)pieces[1] << 32) + ((Int128)pieces[2] << 64);
    }
}
