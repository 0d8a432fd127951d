namespace DistArray;

public static partial class Np
{
    /// <summary>Whether elements are greater than others.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Complex numbers are ordered by their real parts, then by the imaginary ones. As numpy.greater.</remarks>
    public static DistArray<bool> Greater<T>(DistArray<T> x1, DistArray<T> x2, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Greater, x1, x2, destination, where);

    /// <summary>Whether elements are greater than others or equal.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Complex numbers are ordered by their real parts, then by the imaginary ones. As numpy.greater_equal.</remarks>
    public static DistArray<bool> GreaterEqual<T>(DistArray<T> x1, DistArray<T> x2, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.GreaterEqual, x1, x2, destination, where);

    /// <summary>Whether elements are less than others.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Complex numbers are ordered by their real parts, then by the imaginary ones. As numpy.less.</remarks>
    public static DistArray<bool> Less<T>(DistArray<T> x1, DistArray<T> x2, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Less, x1, x2, destination, where);

    /// <summary>Whether elements are less than others or equal.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Complex numbers are ordered by their real parts, then by the imaginary ones. As numpy.less_equal.</remarks>
    public static DistArray<bool> LessEqual<T>(DistArray<T> x1, DistArray<T> x2, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.LessEqual, x1, x2, destination, where);

    /// <summary>Whether elements are equal to others.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. NaN equals nothing. As numpy.equal.</remarks>
    public static DistArray<bool> Equal<T>(DistArray<T> x1, DistArray<T> x2, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Equal, x1, x2, destination, where);

    /// <summary>Whether elements are not equal to others.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. NaN equals nothing. As numpy.not_equal.</remarks>
    public static DistArray<bool> NotEqual<T>(DistArray<T> x1, DistArray<T> x2, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.NotEqual, x1, x2, destination, where);
}
