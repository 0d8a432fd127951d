namespace DistArray;

/// <summary>NumPy's elementwise functions.</summary>
internal enum Ufunc
{
    /// <summary>A function of the user.</summary>
    User = 0,

    Add,
    Subtract,
    Multiply,
    Divide,
    Negative,
    Absolute,
    Sqrt,
    Square,
    Minimum,
    Maximum,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
    Equal,
    NotEqual,
    Where,
    LogicalAnd,
    LogicalOr,
    LogicalXor,
    LogicalNot,
    BitwiseAnd,
    BitwiseOr,
    BitwiseXor,
    Invert,
    Sin,
    Cos,
    Exp,
    Log,
}
