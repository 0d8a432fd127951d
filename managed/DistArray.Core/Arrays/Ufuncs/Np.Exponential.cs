namespace DistArray;

public static partial class Np
{
    /// <summary>Exponential functions.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither real nor complex numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.exp.</remarks>
    public static DistArray<T> Exp<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Exp, x, destination, where);

    /// <summary>Powers of 2.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither real nor complex numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.exp2.</remarks>
    public static DistArray<T> Exp2<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Exp2, x, destination, where);

    /// <summary>Exponential functions less 1, exact near 0.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither real nor complex numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.expm1.</remarks>
    public static DistArray<T> Expm1<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Expm1, x, destination, where);

    /// <summary>Natural logarithms.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither real nor complex numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Of 0 minus infinity, of negative real numbers NaN. As numpy.log.</remarks>
    public static DistArray<T> Log<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Log, x, destination, where);

    /// <summary>Logarithms to base 2.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither real nor complex numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.log2.</remarks>
    public static DistArray<T> Log2<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Log2, x, destination, where);

    /// <summary>Logarithms to base 10.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither real nor complex numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.log10.</remarks>
    public static DistArray<T> Log10<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Log10, x, destination, where);

    /// <summary>Natural logarithms of one plus the elements, exact near 0.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither real nor complex numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.log1p.</remarks>
    public static DistArray<T> Log1p<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Log1p, x, destination, where);

    /// <summary>Logarithms of sums of exponential functions of real numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">First terms' logarithms.</param>
    /// <param name="x2">Second terms' logarithms.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.logaddexp.</remarks>
    public static DistArray<T> LogAddExp<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.LogAddExp, x1, x2, destination, where);

    /// <summary>Logarithms to base 2 of sums of powers of 2 of real numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">First terms' logarithms.</param>
    /// <param name="x2">Second terms' logarithms.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.logaddexp2.</remarks>
    public static DistArray<T> LogAddExp2<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.LogAddExp2, x1, x2, destination, where);
}
