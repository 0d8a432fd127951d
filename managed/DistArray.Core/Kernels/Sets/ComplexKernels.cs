using System.Numerics;

namespace DistArray;

/// <summary>The functions of complex numbers; those of two floats compute in double and round once, but for sums.</summary>
/// <typeparam name="T">Type of the numbers.</typeparam>
/// <typeparam name="TPart">Type of their parts.</typeparam>
internal static unsafe partial class ComplexKernels<T, TPart> where T : unmanaged where TPart : unmanaged
{
    public static ElementKernel? Unary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.Negative => new VectorUnaryKernel<NegateLanes<TPart>, TPart>(ufunc, x),
        Ufunc.Positive => new VectorUnaryKernel<CopyLanes<TPart>, TPart>(ufunc, x),
        Ufunc.Conj => new VectorUnaryKernel<ConjugateLanes<TPart>, TPart>(ufunc, x),
        Ufunc.Square => new VectorUnaryKernel<ComplexSquareLanes<TPart>, TPart>(ufunc, x),
        Ufunc.NanToNum => Function(ufunc, typeof(TPart) == typeof(float) ? &ComplexMath.NanToNum32 : &ComplexMath.NanToNum64),
        Ufunc.Rint => new VectorUnaryKernel<RintLanes<TPart>, TPart>(ufunc, x),
        Ufunc.Absolute => ToReal(ufunc, &ComplexMath.Absolute),
        Ufunc.Real => ToReal(ufunc, &ComplexMath.Real),
        Ufunc.Imag => ToReal(ufunc, &ComplexMath.Imag),
        Ufunc.Angle => ToReal(ufunc, &ComplexMath.Angle),
        Ufunc.IsNaN => Condition(ufunc, &ComplexOrder.IsNaN),
        Ufunc.IsInf => Condition(ufunc, &ComplexOrder.IsInf),
        Ufunc.IsFinite => Condition(ufunc, &ComplexOrder.IsFinite),
        Ufunc.LogicalNot => Condition(ufunc, &ComplexOrder.Not),
        _ => Transcendental(ufunc),
    };

    public static ElementKernel? Binary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.Add => new VectorBinaryKernel<AddLanes<TPart>, TPart>(ufunc, x),
        Ufunc.Subtract => new VectorBinaryKernel<SubtractLanes<TPart>, TPart>(ufunc, x),
        Ufunc.Multiply => new VectorBinaryKernel<ComplexMultiplyLanes<TPart>, TPart>(ufunc, x),
        Ufunc.Divide => Function(ufunc, &ComplexMath.Divide),
        Ufunc.Power => Function(ufunc, &ComplexMath.Power),
        Ufunc.FloatPower => new BinaryFunctionKernel<T, T, Complex, Complex, Complex, Complex>(ufunc, &ComplexMath.Power),
        Ufunc.Maximum => Function(ufunc, &ComplexOrder.Maximum),
        Ufunc.Minimum => Function(ufunc, &ComplexOrder.Minimum),
        Ufunc.FMax => Function(ufunc, &ComplexOrder.FMax),
        Ufunc.FMin => Function(ufunc, &ComplexOrder.FMin),
        Ufunc.Greater => Relation(ufunc, &ComplexOrder.Greater),
        Ufunc.GreaterEqual => Relation(ufunc, &ComplexOrder.GreaterEqual),
        Ufunc.Less => Relation(ufunc, &ComplexOrder.Less),
        Ufunc.LessEqual => Relation(ufunc, &ComplexOrder.LessEqual),
        Ufunc.Equal => Relation(ufunc, &ComplexOrder.Equal),
        Ufunc.NotEqual => Relation(ufunc, &ComplexOrder.NotEqual),
        Ufunc.LogicalAnd => Relation(ufunc, &ComplexOrder.And),
        Ufunc.LogicalOr => Relation(ufunc, &ComplexOrder.Or),
        Ufunc.LogicalXor => Relation(ufunc, &ComplexOrder.Xor),
        _ => null,
    };

    private static ElementKernel? Transcendental(Ufunc ufunc) => ufunc switch
    {
        Ufunc.Reciprocal => Function(ufunc, &ComplexMath.Reciprocal),
        Ufunc.Sign => Function(ufunc, &ComplexMath.Sign),
        Ufunc.Sqrt => Function(ufunc, &CMath.Sqrt),
        Ufunc.Exp => Function(ufunc, &CMath.Exp),
        Ufunc.Exp2 => Function(ufunc, &ComplexMath.Exp2),
        Ufunc.Expm1 => Function(ufunc, &ComplexMath.Expm1),
        Ufunc.Log => Function(ufunc, &CMath.Log),
        Ufunc.Log2 => Function(ufunc, &ComplexMath.Log2),
        Ufunc.Log10 => Function(ufunc, &ComplexMath.Log10),
        Ufunc.Log1p => Function(ufunc, &ComplexMath.Log1p),
        Ufunc.Sin => Function(ufunc, &CMath.Sin),
        Ufunc.Cos => Function(ufunc, &CMath.Cos),
        Ufunc.Tan => Function(ufunc, &CMath.Tan),
        Ufunc.ArcSin => Function(ufunc, &CMath.ArcSin),
        Ufunc.ArcCos => Function(ufunc, &CMath.ArcCos),
        Ufunc.ArcTan => Function(ufunc, &CMath.ArcTan),
        Ufunc.Sinh => Function(ufunc, &CMath.Sinh),
        Ufunc.Cosh => Function(ufunc, &CMath.Cosh),
        Ufunc.Tanh => Function(ufunc, &CMath.Tanh),
        Ufunc.ArcSinh => Function(ufunc, &CMath.ArcSinh),
        Ufunc.ArcCosh => Function(ufunc, &CMath.ArcCosh),
        Ufunc.ArcTanh => Function(ufunc, &CMath.ArcTanh),
        Ufunc.Sinc => Function(ufunc, &ComplexMath.Sinc),
        _ => null,
    };
}
