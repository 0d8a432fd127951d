namespace DistArray;

// Our own vector functions where they pay most; else the C library's, in double.
internal static unsafe partial class RealKernels<T>
{
    private static T AngleLimit => T.CreateTruncating(VectorTrigonometry.Limit);

    // Of floats all positive ones: they are normal as doubles.
    private static T SmallestNormal => typeof(T) == typeof(float) ? T.Epsilon : T.CreateTruncating(2.2250738585072014E-308);

    private static ElementKernel? Transcendental(Ufunc ufunc) => ufunc switch
    {
        Ufunc.Exp => new VectorUnaryKernel<InDoubleLanes<ExpLanes, T>, T>(ufunc, ElementTypes.Of<T>()),
        Ufunc.Log => new RangeKernel<LogLanes, T>(ufunc, SmallestNormal, T.MaxValue, &Math.Log),
        Ufunc.Sin => new RangeKernel<SinLanes, T>(ufunc, -AngleLimit, AngleLimit, &Math.Sin),
        Ufunc.Cos => new RangeKernel<CosLanes, T>(ufunc, -AngleLimit, AngleLimit, &Math.Cos),
        Ufunc.Tan => new RangeKernel<TanLanes, T>(ufunc, -AngleLimit, AngleLimit, &Math.Tan),
        Ufunc.Exp2 => InDouble(ufunc, &CMath.Exp2),
        Ufunc.Expm1 => InDouble(ufunc, &CMath.Expm1),
        Ufunc.Log2 => InDouble(ufunc, &Math.Log2),
        Ufunc.Log10 => InDouble(ufunc, &Math.Log10),
        Ufunc.Log1p => InDouble(ufunc, &CMath.Log1p),
        Ufunc.ArcSin => InDouble(ufunc, &Math.Asin),
        Ufunc.ArcCos => InDouble(ufunc, &Math.Acos),
        Ufunc.ArcTan => InDouble(ufunc, &Math.Atan),
        Ufunc.Sinh => InDouble(ufunc, &Math.Sinh),
        Ufunc.Cosh => InDouble(ufunc, &Math.Cosh),
        Ufunc.Tanh => InDouble(ufunc, &Math.Tanh),
        Ufunc.ArcSinh => InDouble(ufunc, &Math.Asinh),
        Ufunc.ArcCosh => InDouble(ufunc, &Math.Acosh),
        Ufunc.ArcTanh => InDouble(ufunc, &Math.Atanh),
        Ufunc.Cbrt => InDouble(ufunc, &Math.Cbrt),
        Ufunc.Sinc => InDouble(ufunc, &RealMath.Sinc),
        Ufunc.Angle => InDouble(ufunc, &RealMath.Angle),
        Ufunc.ModfFraction => InDouble(ufunc, &RealMath.ModfFraction),
        Ufunc.ModfWhole => InDouble(ufunc, &Math.Truncate),
        Ufunc.FrexpMantissa => InDouble(ufunc, &RealMath.FrexpMantissa),
        Ufunc.FrexpExponent => new UnaryFunctionKernel<T, double, int, int>(ufunc, &RealMath.FrexpExponent),
        _ => null,
    };

    private static ElementKernel InDouble(Ufunc ufunc, delegate*<double, double> function) => new UnaryFunctionKernel<T, double, double, T>(ufunc, function);
}
