using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Complex conjugates; real numbers as they are.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are booleans or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.conj.</remarks>
    public static DistArray<T> Conj<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Conj, x, destination, where);

    /// <summary>A copy of real numbers, which are their own real parts.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers and the type argument is named, or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.real.</remarks>
    public static DistArray<T> Real<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Real, x, destination, where);

    /// <summary>Real parts, a copy.</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.real.</remarks>
    public static DistArray<double> Real(DistArray<Complex> x, DistArray<double>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Unary(Ufunc.Real, x, destination, where);

    /// <summary>Real parts, a copy.</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.real.</remarks>
    public static DistArray<float> Real(DistArray<Complex64> x, DistArray<float>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Unary(Ufunc.Real, x, destination, where);

    /// <summary>Zeros: the imaginary parts of real numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are complex numbers and the type argument is named, or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.imag.</remarks>
    public static DistArray<T> Imag<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Imag, x, destination, where);

    /// <summary>Imaginary parts, a copy.</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.imag.</remarks>
    public static DistArray<double> Imag(DistArray<Complex> x, DistArray<double>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Unary(Ufunc.Imag, x, destination, where);

    /// <summary>Imaginary parts, a copy.</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.imag.</remarks>
    public static DistArray<float> Imag(DistArray<Complex64> x, DistArray<float>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Unary(Ufunc.Imag, x, destination, where);

    /// <summary>Angles of real numbers: 0 or pi.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Real numbers.</param>
    /// <param name="deg">Whether to give degrees; else radians.</param>
    /// <returns>A new array of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <remarks>Local. As numpy.angle.</remarks>
    public static DistArray<T> Angle<T>(DistArray<T> x, bool deg = false) where T : unmanaged
    {
        DistArray<T> radians = ElementwiseCall.Pending<T, T>(Ufunc.Angle, x);
        return deg ? ElementwiseCall.Pending<T, T>(Ufunc.Degrees, radians) : radians;
    }

    /// <summary>Angles of complex numbers, in [-pi, pi].</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="deg">Whether to give degrees; else radians.</param>
    /// <returns>A new array of the shape of <paramref name="x"/>.</returns>
    /// <remarks>Local. As numpy.angle.</remarks>
    public static DistArray<double> Angle(DistArray<Complex> x, bool deg = false)
    {
        DistArray<double> radians = ElementwiseCall.Pending<Complex, double>(Ufunc.Angle, x);
        return deg ? ElementwiseCall.Pending<double, double>(Ufunc.Degrees, radians) : radians;
    }

    /// <summary>Angles of complex numbers, in [-pi, pi].</summary>
    /// <param name="x">Complex numbers.</param>
    /// <param name="deg">Whether to give degrees; else radians.</param>
    /// <returns>A new array of the shape of <paramref name="x"/>.</returns>
    /// <remarks>Local. As numpy.angle.</remarks>
    public static DistArray<float> Angle(DistArray<Complex64> x, bool deg = false)
    {
        DistArray<float> radians = ElementwiseCall.Pending<Complex64, float>(Ufunc.Angle, x);
        return deg ? ElementwiseCall.Pending<float, float>(Ufunc.Degrees, radians) : radians;
    }
}
