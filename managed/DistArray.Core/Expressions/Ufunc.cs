namespace DistArray;

/// <summary>NumPy's elementwise functions, in .NET's casing.</summary>
internal enum Ufunc
{
    /// <summary>A function of the user, or one with parameters of its own.</summary>
    User = 0,

    Add,
    Subtract,
    Multiply,

    /// <summary>numpy.true_divide.</summary>
    Divide,

    FloorDivide,

    /// <summary>numpy.remainder, of the divisor's sign.</summary>
    Remainder,

    /// <summary>numpy.fmod, of the dividend's sign.</summary>
    Fmod,

    Power,
    FloatPower,
    Negative,
    Positive,
    Absolute,
    Fabs,
    Sign,
    Reciprocal,
    Square,
    Sqrt,
    Cbrt,
    Exp,
    Exp2,
    Expm1,
    Log,
    Log2,
    Log10,
    Log1p,
    LogAddExp,
    LogAddExp2,
    Sin,
    Cos,
    Tan,
    ArcSin,
    ArcCos,
    ArcTan,
    ArcTan2,
    Hypot,
    Sinh,
    Cosh,
    Tanh,
    ArcSinh,
    ArcCosh,
    ArcTanh,
    Degrees,
    Radians,
    Sinc,
    Heaviside,
    Maximum,
    Minimum,
    FMax,
    FMin,

    /// <summary>numpy.clip, of three operands.</summary>
    Clip,

    /// <summary>numpy.where, of three operands, the first boolean.</summary>
    Where,

    Greater,
    GreaterEqual,
    Less,
    LessEqual,
    Equal,
    NotEqual,
    LogicalAnd,
    LogicalOr,
    LogicalXor,
    LogicalNot,
    BitwiseAnd,
    BitwiseOr,
    BitwiseXor,
    Invert,
    LeftShift,
    RightShift,
    Gcd,
    Lcm,
    Floor,
    Ceil,
    Trunc,
    Rint,
    IsNaN,
    IsInf,
    IsFinite,
    SignBit,
    CopySign,
    NextAfter,
    Spacing,
    Ldexp,

    /// <summary>First result of numpy.modf.</summary>
    ModfFraction,

    /// <summary>Second result of numpy.modf.</summary>
    ModfWhole,

    /// <summary>First result of numpy.frexp.</summary>
    FrexpMantissa,

    /// <summary>Second result of numpy.frexp.</summary>
    FrexpExponent,

    Conj,
    Real,
    Imag,
    Angle,

    /// <summary>numpy.nan_to_num with its default values.</summary>
    NanToNum,

    /// <summary>numpy.ndarray.astype.</summary>
    Cast,
}
