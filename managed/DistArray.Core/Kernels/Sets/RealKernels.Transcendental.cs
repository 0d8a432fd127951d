using System.Numerics.Tensors;

namespace DistArray;

// The platform's vector functions where they are within two units in the last place and lanes do not depend on each other; else C's in double.
internal static unsafe partial class RealKernels<T>
{
    private static T AnyArgument => T.PositiveInfinity;

    private static T ExpArgument => typeof(T) == typeof(double) ? T.CreateTruncating(700) : T.PositiveInfinity;

    private static T AngleArgument => T.CreateTruncating(100_000);

    private static ElementKernel? Transcendental(Ufunc ufunc) => ufunc switch
    {
        Ufunc.Exp => Vectors(ufunc, &TensorPrimitives.Exp, ExpArgument, &Math.Exp),
        Ufunc.Log => Vectors(ufunc, &TensorPrimitives.Log, AnyArgument, &Math.Log),
        Ufunc.Sin => Vectors(ufunc, &TensorPrimitives.Sin, AngleArgument, &Math.Sin),
        Ufunc.Cos => Vectors(ufunc, &TensorPrimitives.Cos, AngleArgument, &Math.Cos),
        Ufunc.Tan => Vectors(ufunc, &TensorPrimitives.Tan, AngleArgument, &Math.Tan),
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

    private static ElementKernel Vectors(Ufunc ufunc, delegate*<ReadOnlySpan<T>, Span<T>, void> function, T limit, delegate*<double, double> beyond) =>
        new SpanFunctionKernel<T>(ufunc, function, limit, beyond);

    private static ElementKernel InDouble(Ufunc ufunc, delegate*<double, double> function) => new UnaryFunctionKernel<T, double, double, T>(ufunc, function);
}
