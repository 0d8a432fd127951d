using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Products of complex numbers, in double precision.</summary>
/// <typeparam name="T">Their type.</typeparam>
internal readonly unsafe struct ComplexProduct<T> : IReducer<Complex> where T : unmanaged
{
    // 1 is no identity: times an infinity it is NaN. The product of no numbers is a NaN of its own, which floats have, too.
    private const long NoneBits = 0x7FF8_0D15_6000_0000;

    // Rounded alike where the factors are exchanged, as MPI's own products need not be.
    private static readonly Operation<Complex> s_multiply = new(Multiply);

    /// <summary>What changes no product.</summary>
    public static Complex None => new(BitConverter.Int64BitsToDouble(NoneBits), 0);

    public Complex Identity => None;

    public Complex Fold(Complex state, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) state = Multiply(state, Wide(((T*)values)[i]));
        return state;
    }

    public void FoldEach(Complex* states, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) states[i] = Multiply(states[i], Wide(((T*)values)[i]));
    }

    public Complex Combine(Complex first, Complex second) => Multiply(first, second);

    public Operation Operation => s_multiply;

    /// <summary>The product of a state.</summary>
    public static Complex Value(Complex state) => IsNone(state) ? Complex.One : state;

    private static bool IsNone(Complex state) => BitConverter.DoubleToInt64Bits(state.Real) == NoneBits;

    private static Complex Multiply(Complex first, Complex second) => IsNone(first) ? second : IsNone(second) ? first : first * second;

    private static Complex Wide(T value) => typeof(T) == typeof(Complex64) ? Unsafe.BitCast<T, Complex64>(value) : Unsafe.BitCast<T, Complex>(value);
}
