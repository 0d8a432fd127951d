namespace DistArray;

public static partial class Np
{
    /// <summary>Quotients of real or complex numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Numerators.</param>
    /// <param name="x2">Denominators.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are integers or booleans: use <see cref="FloorDivide"/> for integers, or <see cref="TrueDivide"/> for float64.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.true_divide.</remarks>
    public static DistArray<T> Divide<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Divide, x1, x2, destination, where);

    /// <summary>Quotients of integers or booleans as real numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Numerators.</param>
    /// <param name="x2">Denominators.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are real or complex numbers: use <see cref="Divide"/>.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Division by 0 gives an infinity or NaN. As numpy.true_divide.</remarks>
    public static DistArray<double> TrueDivide<T>(DistArray<T> x1, DistArray<T> x2, DistArray<double>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Divide, x1, x2, destination, where);

    /// <summary>Quotients, rounded down.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Numerators.</param>
    /// <param name="x2">Denominators.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers, booleans or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. An integer divided by 0 is 0, where NumPy warns, too; the smallest number by -1 wraps around. As numpy.floor_divide.</remarks>
    public static DistArray<T> FloorDivide<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.FloorDivide, x1, x2, destination, where);

    /// <summary>Remainders of the quotients rounded down: of the denominator's sign.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Numerators.</param>
    /// <param name="x2">Denominators.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers, booleans or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Of integers and 0 it is 0, where NumPy warns, too. As numpy.remainder.</remarks>
    public static DistArray<T> Remainder<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Remainder, x1, x2, destination, where);

    /// <summary>Remainders of the denominator's sign: another name of <see cref="Remainder"/>.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Numerators.</param>
    /// <param name="x2">Denominators.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers, booleans or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.mod.</remarks>
    public static DistArray<T> Mod<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Remainder, x1, x2, destination, where);

    /// <summary>Remainders of the quotients cut off: of the numerator's sign.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Numerators.</param>
    /// <param name="x2">Denominators.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers, booleans or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Of integers and 0 it is 0, where NumPy warns, too. As numpy.fmod.</remarks>
    public static DistArray<T> Fmod<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Fmod, x1, x2, destination, where);

    /// <summary>Quotients rounded down, and their remainders.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Numerators.</param>
    /// <param name="x2">Denominators.</param>
    /// <returns>Two new arrays of the shape that both operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers, booleans or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.divmod.</remarks>
    public static (DistArray<T> Quotient, DistArray<T> Remainder) DivMod<T>(DistArray<T> x1, DistArray<T> x2) where T : unmanaged => (FloorDivide(x1, x2), Remainder(x1, x2));
}
