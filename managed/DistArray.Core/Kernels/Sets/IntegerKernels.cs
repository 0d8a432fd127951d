using System.Numerics;

namespace DistArray;

/// <summary>The functions of integers.</summary>
internal static unsafe class IntegerKernels<T> where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
{
    public static ElementKernel? Unary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.Negative => new VectorUnaryKernel<NegateLanes<T>, T>(ufunc, x),
        Ufunc.Absolute => new VectorUnaryKernel<AbsoluteLanes<T>, T>(ufunc, x),
        Ufunc.Sign => new VectorUnaryKernel<SignLanes<T>, T>(ufunc, x),
        Ufunc.Square => new VectorUnaryKernel<SquareLanes<T>, T>(ufunc, x),
        Ufunc.Invert => new VectorUnaryKernel<InvertLanes<T>, T>(ufunc, x),
        Ufunc.Positive or Ufunc.Conj or Ufunc.Real or Ufunc.Floor or Ufunc.Ceil or Ufunc.Trunc or Ufunc.NanToNum => new VectorUnaryKernel<CopyLanes<T>, T>(ufunc, x),
        Ufunc.Imag => new VectorUnaryKernel<ZeroLanes<T>, T>(ufunc, x),
        Ufunc.Reciprocal => new UnaryFunctionKernel<T, T, T, T>(ufunc, &IntegerMath<T>.Reciprocal),
        Ufunc.IsNaN or Ufunc.IsInf => new PredicateKernel<NeverLanes<T>, T>(ufunc, x),
        Ufunc.IsFinite => new PredicateKernel<AlwaysLanes<T>, T>(ufunc, x),
        Ufunc.SignBit => new PredicateKernel<SignBitLanes<T>, T>(ufunc, x),
        Ufunc.LogicalNot => new PredicateKernel<NotLanes<T>, T>(ufunc, x),
        _ => null,
    };

    public static ElementKernel? Binary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.Add => new VectorBinaryKernel<AddLanes<T>, T>(ufunc, x),
        Ufunc.Subtract => new VectorBinaryKernel<SubtractLanes<T>, T>(ufunc, x),
        Ufunc.Multiply => new VectorBinaryKernel<MultiplyLanes<T>, T>(ufunc, x),
        Ufunc.Maximum or Ufunc.FMax => new VectorBinaryKernel<MaximumLanes<T>, T>(ufunc, x),
        Ufunc.Minimum or Ufunc.FMin => new VectorBinaryKernel<MinimumLanes<T>, T>(ufunc, x),
        Ufunc.BitwiseAnd => new VectorBinaryKernel<BitAndLanes<T>, T>(ufunc, x),
        Ufunc.BitwiseOr => new VectorBinaryKernel<BitOrLanes<T>, T>(ufunc, x),
        Ufunc.BitwiseXor => new VectorBinaryKernel<BitXorLanes<T>, T>(ufunc, x),
        Ufunc.Divide => new BinaryFunctionKernel<T, T, T, T, double, double>(ufunc, &IntegerMath<T>.TrueDivide),
        Ufunc.FloatPower => new BinaryFunctionKernel<T, T, T, T, double, double>(ufunc, &IntegerMath<T>.FloatPower),
        Ufunc.FloorDivide => Function(ufunc, &IntegerMath<T>.FloorDivide),
        Ufunc.Remainder => Function(ufunc, &IntegerMath<T>.Remainder),
        Ufunc.Fmod => Function(ufunc, &IntegerMath<T>.Fmod),
        Ufunc.Power => Function(ufunc, &IntegerMath<T>.Power),
        Ufunc.LeftShift when ShiftLanes.IsSupported => new VectorBinaryKernel<LeftShiftLanes<T>, T>(ufunc, x),
        Ufunc.RightShift when ShiftLanes.IsSupported => new VectorBinaryKernel<RightShiftLanes<T>, T>(ufunc, x),
        Ufunc.LeftShift => Function(ufunc, &IntegerMath<T>.LeftShift),
        Ufunc.RightShift => Function(ufunc, &IntegerMath<T>.RightShift),
        Ufunc.Gcd => Function(ufunc, &IntegerMath<T>.Gcd),
        Ufunc.Lcm => Function(ufunc, &IntegerMath<T>.Lcm),
        _ => ComparisonKernels<T>.Binary(ufunc, x),
    };

    private static ElementKernel Function(Ufunc ufunc, delegate*<T, T, T> function) => new BinaryFunctionKernel<T, T, T, T, T, T>(ufunc, function);
}
