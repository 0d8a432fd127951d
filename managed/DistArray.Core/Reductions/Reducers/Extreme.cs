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
    public void Allreduce(ICommunicator communicator, T* states, nint count)
    {
        if (typeof(T) != typeof(double) && typeof(T) != typeof(float))
        {
            communicator.Allreduce(states, states, count, TRule.IsMinimum ? Operation<T>.Min : Operation<T>.Max);
            return;
        }
        bool nanFirst = TRule.IsMinimum == TRule.KeepsNaN;
        using var keys = new StateBuffer<ulong>(count);
        for (nint i = 0; i < count; i++) keys.Pointer[i] = OrderKeys.Of(states[i], nanFirst);
        communicator.Allreduce(keys.Pointer, keys.Pointer, count, TRule.IsMinimum ? Operation<ulong>.Min : Operation<ulong>.Max);
        for (nint i = 0; i < count; i++) states[i] = OrderKeys.Value<T>(keys.Pointer[i], nanFirst);
    }
}
