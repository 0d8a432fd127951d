using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Products of complex numbers, in double precision.</summary>
/// <typeparam name="T">Their type.</typeparam>
internal readonly unsafe struct ComplexProduct<T> : IReducer<Complex> where T : unmanaged
{
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

    // One rank multiplies: a product may be rounded otherwise where its factors are exchanged.
    public void Allreduce(ICommunicator communicator, Complex* states, nint count)
    {
        communicator.Reduce(states, states, count, Operation<Complex>.Multiply, 0);
        communicator.Broadcast(states, count, ElementType.Complex128, 0);
    }

    private static Complex Wide(T value) => typeof(T) == typeof(Complex64) ? Unsafe.BitCast<T, Complex64>(value) : Unsafe.BitCast<T, Complex>(value);
}
