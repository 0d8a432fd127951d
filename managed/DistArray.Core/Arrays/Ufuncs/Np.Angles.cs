namespace DistArray;

public static partial class Np
{
    /// <summary>Angles in degrees of angles in radians.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.degrees.</remarks>
    public static DistArray<T> Degrees<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Degrees, x, destination, where);

    /// <summary>Angles in radians of angles in degrees.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.radians.</remarks>
    public static DistArray<T> Radians<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Radians, x, destination, where);

    /// <summary>Angles in degrees: another name of <see cref="Degrees"/>.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.rad2deg.</remarks>
    public static DistArray<T> Rad2Deg<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Degrees, x, destination, where);

    /// <summary>Angles in radians: another name of <see cref="Radians"/>.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.deg2rad.</remarks>
    public static DistArray<T> Deg2Rad<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Radians, x, destination, where);
}
