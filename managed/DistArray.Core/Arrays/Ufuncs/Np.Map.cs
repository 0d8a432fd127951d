namespace DistArray;

public static partial class Np
{
    /// <summary>A function of the user for each element.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <typeparam name="TResult">Type of the results.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="function">The result of an element. It is called in any order, at times more than once, and depends on its arguments alone.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">A type is no element type.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. What the function throws comes out where the result is computed. As numpy.frompyfunc with types; it takes part in fusion.</remarks>
    public static DistArray<TResult> Map<T, TResult>(DistArray<T> x, Func<T, TResult> function,
        DistArray<TResult>? destination = null, DistArray<bool>? where = null) where T : unmanaged where TResult : unmanaged =>
        ElementwiseCall.Unary(UserKernels.Find(function), x, destination, where);

    /// <summary>A function of the user of two operands for each element.</summary>
    /// <typeparam name="T1">Type of the first operand's elements.</typeparam>
    /// <typeparam name="T2">Type of the second operand's elements.</typeparam>
    /// <typeparam name="TResult">Type of the results.</typeparam>
    /// <param name="x1">First operand.</param>
    /// <param name="x2">Second operand.</param>
    /// <param name="function">The result of elements at one place. It is called in any order, at times more than once, and depends on its arguments alone.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">A type is no element type.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. What the function throws comes out where the result is computed. As numpy.frompyfunc with types; it takes part in fusion.</remarks>
    public static DistArray<TResult> Map<T1, T2, TResult>(DistArray<T1> x1, DistArray<T2> x2, Func<T1, T2, TResult> function,
        DistArray<TResult>? destination = null, DistArray<bool>? where = null) where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged =>
        ElementwiseCall.Binary(UserKernels.Find(function), x1, x2, destination, where);

    /// <summary>A function of the user of three operands for each element.</summary>
    /// <typeparam name="T1">Type of the first operand's elements.</typeparam>
    /// <typeparam name="T2">Type of the second operand's elements.</typeparam>
    /// <typeparam name="T3">Type of the third operand's elements.</typeparam>
    /// <typeparam name="TResult">Type of the results.</typeparam>
    /// <param name="x1">First operand.</param>
    /// <param name="x2">Second operand.</param>
    /// <param name="x3">Third operand.</param>
    /// <param name="function">The result of elements at one place. It is called in any order, at times more than once, and depends on its arguments alone.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">A type is no element type.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. What the function throws comes out where the result is computed. As numpy.frompyfunc with types; it takes part in fusion.</remarks>
    public static DistArray<TResult> Map<T1, T2, T3, TResult>(DistArray<T1> x1, DistArray<T2> x2, DistArray<T3> x3, Func<T1, T2, T3, TResult> function,
        DistArray<TResult>? destination = null, DistArray<bool>? where = null) where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where TResult : unmanaged =>
        ElementwiseCall.Ternary(UserKernels.Find(function), x1, x2, x3, destination, where);
}
