namespace DistArray;

public static partial class Np
{
    /// <summary>The larger of two elements; NaN where one is NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Complex numbers are ordered by their real parts, then by the imaginary ones. As numpy.maximum.</remarks>
    public static DistArray<T> Maximum<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Maximum, x1, x2, destination, where);

    /// <summary>The smaller of two elements; NaN where one is NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Complex numbers are ordered by their real parts, then by the imaginary ones. As numpy.minimum.</remarks>
    public static DistArray<T> Minimum<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Minimum, x1, x2, destination, where);

    /// <summary>The larger of two elements; the other where one is NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Complex numbers are ordered by their real parts, then by the imaginary ones. As numpy.fmax.</remarks>
    public static DistArray<T> FMax<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.FMax, x1, x2, destination, where);

    /// <summary>The smaller of two elements; the other where one is NaN.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Elements.</param>
    /// <param name="x2">Others.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Complex numbers are ordered by their real parts, then by the imaginary ones. As numpy.fmin.</remarks>
    public static DistArray<T> FMin<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.FMin, x1, x2, destination, where);

    /// <summary>Elements moved into an interval.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="min">Lower limits, or null for none.</param>
    /// <param name="max">Upper limits, or null for none; where they are below the lower ones they win.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are logicals.</exception>
    /// <exception cref="ArgumentException">There is neither limit.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. NaN stays NaN. Complex numbers are ordered by their real parts, then by the imaginary ones. As numpy.clip.</remarks>
    public static DistArray<T> Clip<T>(DistArray<T> x, DistArray<T>? min, DistArray<T>? max, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged
    {
        if (min is null) return Minimum(x, max ?? throw new ArgumentException("Clip: there is neither limit. Give min, max or both."), destination, where);
        return max is null ? Maximum(x, min, destination, where) : ElementwiseCall.Ternary(Ufunc.Clip, x, min, max, destination, where);
    }

    /// <summary>0 below 0, 1 above, and a value at 0.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Real numbers.</param>
    /// <param name="x2">Values where they are 0.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. NaN stays NaN. As numpy.heaviside.</remarks>
    public static DistArray<T> Heaviside<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Heaviside, x1, x2, destination, where);
}
