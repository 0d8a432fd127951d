using System.Numerics;

namespace DistArray;

/// <summary>Sums of complex numbers.</summary>
/// <typeparam name="TPart">Float or double.</typeparam>
internal readonly unsafe struct ComplexSum<TPart> : IReducer<Complex> where TPart : unmanaged
{
    public static bool Rounds => true;

    public Complex Identity => Complex.Zero;

    public Complex Fold(Complex state, void* values, nint count)
    {
        double real, imaginary;
        LaneSum<TPart, PlainTerm>.Sum((TPart*)values, 2 * count, default, &real, &imaginary);
        return new Complex(state.Real + real, state.Imaginary + imaginary);
    }

    public void FoldEach(Complex* states, void* values, nint count) => LaneSum<TPart, PlainTerm>.AddEach((double*)states, (TPart*)values, 2 * count, default);

    public void FoldRows(Complex* states, void* values, nint count, nint rows, nint rowStride) =>
        LaneSum<TPart, PlainTerm>.AddRows((double*)states, (TPart*)values, 2 * count, rows, rowStride, default);

    public Complex Combine(Complex first, Complex second) => first + second;

    public Operation Operation => Operation<Complex>.Add;
}
