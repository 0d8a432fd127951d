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
}
