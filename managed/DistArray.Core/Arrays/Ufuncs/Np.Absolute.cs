using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Absolute values.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers and the type argument is named, or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. The smallest integer stays as it is. As numpy.absolute.</remarks>
    public static DistArray<T> Absolute<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Absolute, x, destination, where);

    /// <summary>Absolute values of complex numbers.</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.absolute.</remarks>
    public static DistArray<double> Absolute(DistArray<Complex> x, DistArray<double>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Unary(Ufunc.Absolute, x, destination, where);

    /// <summary>Absolute values of complex numbers.</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.absolute.</remarks>
    public static DistArray<float> Absolute(DistArray<Complex64> x, DistArray<float>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Unary(Ufunc.Absolute, x, destination, where);

    /// <summary>Absolute values: another name of <see cref="Absolute{T}(DistArray{T}, DistArray{T}, DistArray{bool})"/>.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers and the type argument is named, or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.abs.</remarks>
    public static DistArray<T> Abs<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Absolute, x, destination, where);

    /// <summary>Absolute values of complex numbers: another name of Absolute.</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.abs.</remarks>
    public static DistArray<double> Abs(DistArray<Complex> x, DistArray<double>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Unary(Ufunc.Absolute, x, destination, where);

    /// <summary>Absolute values of complex numbers: another name of Absolute.</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.abs.</remarks>
    public static DistArray<float> Abs(DistArray<Complex64> x, DistArray<float>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Unary(Ufunc.Absolute, x, destination, where);

    /// <summary>Absolute values of real numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.fabs.</remarks>
    public static DistArray<T> Fabs<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Fabs, x, destination, where);
}
