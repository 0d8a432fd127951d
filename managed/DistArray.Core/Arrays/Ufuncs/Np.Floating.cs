namespace DistArray;

public static partial class Np
{
    /// <summary>Whether elements are NaN; complex ones, whether a part is.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.isnan.</remarks>
    public static DistArray<bool> IsNaN<T>(DistArray<T> x, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.IsNaN, x, destination, where);

    /// <summary>Whether elements are infinite; complex ones, whether a part is.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.isinf.</remarks>
    public static DistArray<bool> IsInf<T>(DistArray<T> x, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.IsInf, x, destination, where);

    /// <summary>Whether elements are neither infinite nor NaN; complex ones, whether no part is.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.isfinite.</remarks>
    public static DistArray<bool> IsFinite<T>(DistArray<T> x, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.IsFinite, x, destination, where);

    /// <summary>Whether elements are negative, -0 too.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.signbit.</remarks>
    public static DistArray<bool> SignBit<T>(DistArray<T> x, DistArray<bool>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.SignBit, x, destination, where);

    /// <summary>Real numbers with the signs of others.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Real numbers.</param>
    /// <param name="x2">Others, whose signs they take.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.copysign.</remarks>
    public static DistArray<T> CopySign<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.CopySign, x1, x2, destination, where);

    /// <summary>The next real numbers in the direction of others.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Real numbers.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.nextafter.</remarks>
    public static DistArray<T> NextAfter<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.NextAfter, x1, x2, destination, where);

    /// <summary>Distances to the next number away from 0, of the same sign.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.spacing.</remarks>
    public static DistArray<T> Spacing<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Spacing, x, destination, where);
}
