using System.Numerics;

namespace DistArray;

/// <summary>The functions of real numbers.</summary>
internal static unsafe partial class RealKernels<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
{
    public static ElementKernel? Unary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.Negative => new VectorUnaryKernel<NegateLanes<T>, T>(ufunc, x),
        Ufunc.Positive or Ufunc.Conj or Ufunc.Real => new VectorUnaryKernel<CopyLanes<T>, T>(ufunc, x),
        Ufunc.Imag => new VectorUnaryKernel<ZeroLanes<T>, T>(ufunc, x),
        Ufunc.Absolute or Ufunc.Fabs => new VectorUnaryKernel<AbsoluteLanes<T>, T>(ufunc, x),
        Ufunc.Sign => new VectorUnaryKernel<SignLanes<T>, T>(ufunc, x),
        Ufunc.Reciprocal => new VectorUnaryKernel<ReciprocalLanes<T>, T>(ufunc, x),
        Ufunc.Square => new VectorUnaryKernel<SquareLanes<T>, T>(ufunc, x),
        Ufunc.Sqrt => new VectorUnaryKernel<SqrtLanes<T>, T>(ufunc, x),
        Ufunc.Floor => new VectorUnaryKernel<FloorLanes<T>, T>(ufunc, x),
        Ufunc.Ceil => new VectorUnaryKernel<CeilLanes<T>, T>(ufunc, x),
        Ufunc.Trunc => new VectorUnaryKernel<TruncLanes<T>, T>(ufunc, x),
        Ufunc.Rint => new VectorUnaryKernel<RintLanes<T>, T>(ufunc, x),
        Ufunc.Degrees => new VectorUnaryKernel<DegreesLanes<T>, T>(ufunc, x),
        Ufunc.Radians => new VectorUnaryKernel<RadiansLanes<T>, T>(ufunc, x),
        Ufunc.IsNaN => new PredicateKernel<IsNaNLanes<T>, T>(ufunc, x),
        Ufunc.IsInf => new PredicateKernel<IsInfLanes<T>, T>(ufunc, x),
        Ufunc.IsFinite => new PredicateKernel<IsFiniteLanes<T>, T>(ufunc, x),
        Ufunc.SignBit => new PredicateKernel<SignBitLanes<T>, T>(ufunc, x),
        Ufunc.LogicalNot => new PredicateKernel<NotLanes<T>, T>(ufunc, x),
        Ufunc.Spacing => new UnaryFunctionKernel<T, T, T, T>(ufunc, &FloatMath<T>.Spacing),
        Ufunc.NanToNum => new UnaryFunctionKernel<T, T, T, T>(ufunc, &FloatMath<T>.NanToNum),
        _ => Transcendental(ufunc),
    };

    public static ElementKernel? Binary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.Add => new VectorBinaryKernel<AddLanes<T>, T>(ufunc, x),
        Ufunc.Subtract => new VectorBinaryKernel<SubtractLanes<T>, T>(ufunc, x),
        Ufunc.Multiply => new VectorBinaryKernel<MultiplyLanes<T>, T>(ufunc, x),
        Ufunc.Divide => new VectorBinaryKernel<DivideLanes<T>, T>(ufunc, x),
        Ufunc.Maximum => new VectorBinaryKernel<MaximumLanes<T>, T>(ufunc, x),
        Ufunc.Minimum => new VectorBinaryKernel<MinimumLanes<T>, T>(ufunc, x),
        Ufunc.FMax => new VectorBinaryKernel<FMaxLanes<T>, T>(ufunc, x),
        Ufunc.FMin => new VectorBinaryKernel<FMinLanes<T>, T>(ufunc, x),
        Ufunc.CopySign => new VectorBinaryKernel<CopySignLanes<T>, T>(ufunc, x),
        Ufunc.Heaviside => new VectorBinaryKernel<HeavisideLanes<T>, T>(ufunc, x),
        Ufunc.FloorDivide => Function(ufunc, &FloatMath<T>.FloorDivide),
        Ufunc.Remainder => Function(ufunc, &FloatMath<T>.Remainder),
        Ufunc.Fmod => Function(ufunc, &FloatMath<T>.Fmod),
        Ufunc.NextAfter => Function(ufunc, &FloatMath<T>.NextAfter),
        Ufunc.Power => InDouble(ufunc, &Math.Pow),
        Ufunc.FloatPower => new BinaryFunctionKernel<T, T, double, double, double, double>(ufunc, &Math.Pow),
        Ufunc.ArcTan2 => InDouble(ufunc, &Math.Atan2),
        Ufunc.LogAddExp => InDouble(ufunc, &RealMath.LogAddExp),
        Ufunc.LogAddExp2 => InDouble(ufunc, &RealMath.LogAddExp2),
        Ufunc.Hypot => InDouble(ufunc, &CMath.Hypot),
        _ => ComparisonKernels<T>.Binary(ufunc, x),
    };

    private static ElementKernel Function(Ufunc ufunc, delegate*<T, T, T> function) => new BinaryFunctionKernel<T, T, T, T, T, T>(ufunc, function);

    private static ElementKernel InDouble(Ufunc ufunc, delegate*<double, double, double> function) =>
        new BinaryFunctionKernel<T, T, double, double, double, T>(ufunc, function);
}
