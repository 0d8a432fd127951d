using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Products of complex numbers, in double precision.</summary>
/// <typeparam name="T">Their type.</typeparam>
internal readonly unsafe struct ComplexProduct<T> : IReducer<Complex> where T : unmanaged
{
    // A product that is rounded alike where its factors are exchanged, as MPI's own need not be.
    private static readonly Operation<Complex> s_multiply = new((first, second) => first * second);

    public Complex Identity => Complex.One;

    public Complex Fold(Complex state, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) state *= Wide(((T*)values)[i]);
        return state;
    }

    public void FoldEach(Complex* states, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) states[i] *= Wide(((T*)values)[i]);
    }

    public Complex Combine(Complex first, Complex second) => first * second;

    public Operation Operation => s_multiply;

    private static Complex Wide(T value) => typeof(T) == typeof(Complex64) ? Unsafe.BitCast<T, Complex64>(value) : Unsafe.BitCast<T, Complex>(value);
}
