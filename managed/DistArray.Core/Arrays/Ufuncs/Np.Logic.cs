namespace DistArray;

public static partial class Np
{
    /// <summary>Whether both elements are true.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. True is what is not 0, NaN too. As numpy.logical_and.</remarks>
    public static DistArray<bool> LogicalAnd<T>(DistArray<T> x1, DistArray<T> x2, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.LogicalAnd, x1, x2, destination, where);

    /// <summary>Whether one element is true or both.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. True is what is not 0, NaN too. As numpy.logical_or.</remarks>
    public static DistArray<bool> LogicalOr<T>(DistArray<T> x1, DistArray<T> x2, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.LogicalOr, x1, x2, destination, where);

    /// <summary>Whether one element is true and the other false.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. True is what is not 0, NaN too. As numpy.logical_xor.</remarks>
    public static DistArray<bool> LogicalXor<T>(DistArray<T> x1, DistArray<T> x2, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.LogicalXor, x1, x2, destination, where);

    /// <summary>Whether elements are false.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. True is what is not 0, NaN too. As numpy.logical_not.</remarks>
    public static DistArray<bool> LogicalNot<T>(DistArray<T> x, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.LogicalNot, x, destination, where);

    /// <summary>Elements of one array where a condition holds, of another elsewhere.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="condition">The condition.</param>
    /// <param name="x">Elements where it holds.</param>
    /// <param name="y">Elements where it does not.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.where.</remarks>
    public static DistArray<T> Where<T>(DistArray<bool> condition, DistArray<T> x, DistArray<T> y, DistArray<T>? destination = null) where T : unmanaged =>
        ElementwiseCall.Ternary(Ufunc.Where, condition, x, y, destination, null);
}
