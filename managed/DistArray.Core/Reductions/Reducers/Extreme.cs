using System.Numerics;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Smallest or largest elements.</summary>
internal readonly unsafe struct Extreme<T, TRule> : IReducer<T> where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
{
    public T Identity => TRule.Identity;

    public T Fold(T state, void* values, nint count) => TRule.Pick(state, LaneExtreme<T, TRule>.Of((T*)values, count));

    public void FoldEach(T* states, void* values, nint count)
    {
        var from = (T*)values;
        nint i = 0;
        for (; i + Vector512<T>.Count <= count; i += Vector512<T>.Count)
            TRule.Pick(Vector512.Load(states + i), Vector512.Load(from + i)).Store(states + i);
        for (; i < count; i++) states[i] = TRule.Pick(states[i], from[i]);
    }

    public T Combine(T first, T second) => TRule.Pick(first, second);

    // MPI leaves open what its own extremes make of NaN; keys of numbers have their order and none.
    public Operation Operation => IsFloat ? (TRule.IsMinimum ? Operation<ulong>.Min : Operation<ulong>.Max) : TRule.IsMinimum ? Operation<T>.Min : Operation<T>.Max;

    public static int PackedBytes => IsFloat ? sizeof(ulong) : 0;

    private static bool IsFloat => typeof(T) == typeof(double) || typeof(T) == typeof(float);

    public void Pack(T* states, void* packed, nint count)
    {
        for (nint i = 0; i < count; i++) ((ulong*)packed)[i] = OrderKeys.Of(states[i], TRule.IsMinimum == TRule.KeepsNaN);
    }

    public void Unpack(void* packed, T* states, nint count)
    {
        for (nint i = 0; i < count; i++) states[i] = OrderKeys.Value<T>(((ulong*)packed)[i], TRule.IsMinimum == TRule.KeepsNaN);
    }
}
