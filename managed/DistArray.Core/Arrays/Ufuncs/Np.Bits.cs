namespace DistArray;

public static partial class Np
{
    /// <summary>Bits that both elements have.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither integers nor booleans.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.bitwise_and.</remarks>
    public static DistArray<T> BitwiseAnd<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.BitwiseAnd, x1, x2, destination, where);

    /// <summary>Bits that one element has or both have.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither integers nor booleans.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.bitwise_or.</remarks>
    public static DistArray<T> BitwiseOr<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.BitwiseOr, x1, x2, destination, where);

    /// <summary>Bits that one element has and the other has not.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither integers nor booleans.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.bitwise_xor.</remarks>
    public static DistArray<T> BitwiseXor<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.BitwiseXor, x1, x2, destination, where);

    /// <summary>All bits turned over; of booleans the opposite.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither integers nor booleans.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.invert.</remarks>
    public static DistArray<T> Invert<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Invert, x, destination, where);

    /// <summary>Bits moved to the left.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">By how many bits.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no integers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. 0 where all bits leave; negative counts move all out. As numpy.left_shift.</remarks>
    public static DistArray<T> LeftShift<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.LeftShift, x1, x2, destination, where);

    /// <summary>Bits moved to the right, the sign kept.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">By how many bits.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no integers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. 0, or -1 of negative numbers, where all bits leave; negative counts move all out. As numpy.right_shift.</remarks>
    public static DistArray<T> RightShift<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.RightShift, x1, x2, destination, where);

    /// <summary>Greatest common divisors.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Integers.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no integers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.gcd.</remarks>
    public static DistArray<T> Gcd<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Gcd, x1, x2, destination, where);

    /// <summary>Least common multiples.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Integers.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no integers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. They wrap around. As numpy.lcm.</remarks>
    public static DistArray<T> Lcm<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Lcm, x1, x2, destination, where);
}
