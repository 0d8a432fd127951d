using System.Numerics;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Counts elements that are not 0, or true; of complex numbers those with a part that is not 0.</summary>
/// <typeparam name="T">The elements as they are stored, or the parts of complex ones.</typeparam>
internal readonly unsafe struct NonZeroCount<T>(int parts = 1) : IReducer<long> where T : unmanaged, INumberBase<T>
{
    public long Identity => 0;

    public long Fold(long state, void* values, nint count)
    {
        nint i = 0;
        if (parts == 1)
        {
            long zeros = 0;
            for (; i + Vector512<T>.Count <= count; i += Vector512<T>.Count)
                zeros += BitOperations.PopCount(Vector512.Equals(Vector512.Load((T*)values + i), Vector512<T>.Zero).ExtractMostSignificantBits());
            state += i - zeros;
        }
        for (; i < count; i++) state += Truth(values, i);
        return state;
    }

    public void FoldEach(long* states, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) states[i] += Truth(values, i);
    }

    public long Combine(long first, long second) => first + second;

    public Operation Operation => Operation<long>.Add;

    private long Truth(void* values, nint i) =>
        parts == 1 ? (T.IsZero(((T*)values)[i]) ? 0 : 1) : (T.IsZero(((T*)values)[2 * i]) && T.IsZero(((T*)values)[(2 * i) + 1]) ? 0 : 1);
}
