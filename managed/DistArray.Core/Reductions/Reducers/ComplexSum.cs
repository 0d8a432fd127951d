using System.Numerics;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Sums of complex numbers.</summary>
/// <typeparam name="TPart">Float or double.</typeparam>
internal readonly unsafe struct ComplexSum<TPart> : IReducer<Complex> where TPart : unmanaged
{
    public static bool Rounds => true;

    public Complex Identity => Complex.Zero;

    public Complex Fold(Complex state, void* values, nint count)
    {
        Vector128<double> sum = LaneTotal.Pair(LaneSum<TPart, PlainTerm>.Lanes((TPart*)values, 2 * count, default));
        return new Complex(state.Real + sum[0], state.Imaginary + sum[1]);
    }

    public void FoldEach(Complex* states, void* values, nint count) => LaneSum<TPart, PlainTerm>.AddEach((double*)states, (TPart*)values, 2 * count, default);

    public Complex Combine(Complex first, Complex second) => first + second;

    public void Allreduce(ICommunicator communicator, Complex* states, nint count) => communicator.Allreduce(states, states, count, Operation<Complex>.Add);
}
