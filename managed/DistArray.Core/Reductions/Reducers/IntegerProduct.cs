using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Products of integers: exact up to 64 bits, and beyond every type where they are larger.</summary>
internal readonly unsafe struct IntegerProduct<T> : IReducer<Int128> where T : unmanaged, IBinaryInteger<T>
{
    // Numbers of 16 bytes are what a communicator takes.
    private static readonly Operation<Complex> s_multiply = new((first, second) =>
        Unsafe.BitCast<Int128, Complex>(Multiply(Unsafe.BitCast<Complex, Int128>(first), Unsafe.BitCast<Complex, Int128>(second))));

    private static readonly Int128 s_beyond = (Int128)1 << 64;

    public Int128 Identity => 1;

    public Int128 Fold(Int128 state, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) state = Multiply(state, Int128.CreateTruncating(((T*)values)[i]));
        return state;
    }

    public void FoldEach(Int128* states, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) states[i] = Multiply(states[i], Int128.CreateTruncating(((T*)values)[i]));
    }

    public Int128 Combine(Int128 first, Int128 second) => Multiply(first, second);

    public Operation Operation => s_multiply;

    // A product that no type can hold stays so, whatever follows but 0.
    private static Int128 Multiply(Int128 first, Int128 second)
    {
        if (first == 0 || second == 0) return 0;
        bool isNegative = Int128.IsNegative(first) != Int128.IsNegative(second);
        UInt128 x = (UInt128)Int128.Abs(first), y = (UInt128)Int128.Abs(second);
        Int128 magnitude = x > ulong.MaxValue || y > ulong.MaxValue || x * y > ulong.MaxValue ? s_beyond : (Int128)(x * y);
        return isNegative ? -magnitude : magnitude;
    }
}
