using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Powers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Bases.</param>
    /// <param name="x2">Exponents.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are booleans or logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <exception cref="ArgumentException">The elements are integers and <paramref name="x2"/> is a negative scalar. A negative element of an array is found when
    /// the result is computed: then the rank that has it throws.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Integers wrap around and have no negative powers. As numpy.power.</remarks>
    public static DistArray<T> Power<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Power, x1, x2, destination, where);

    /// <summary>Powers as float64.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Bases.</param>
    /// <param name="x2">Exponents.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are booleans or logicals, or complex numbers and the type argument is named.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.float_power.</remarks>
    public static DistArray<double> FloatPower<T>(DistArray<T> x1, DistArray<T> x2, DistArray<double>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.FloatPower, x1, x2, destination, where);

    /// <summary>Powers as complex128.</summary>
    /// <param name="x1">Bases.</param>
    /// <param name="x2">Exponents.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.float_power.</remarks>
    public static DistArray<Complex> FloatPower(DistArray<Complex> x1, DistArray<Complex> x2, DistArray<Complex>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Binary(Ufunc.FloatPower, x1, x2, destination, where);

    /// <summary>Powers as complex128.</summary>
    /// <param name="x1">Bases.</param>
    /// <param name="x2">Exponents.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.float_power.</remarks>
    public static DistArray<Complex> FloatPower(DistArray<Complex64> x1, DistArray<Complex64> x2, DistArray<Complex>? destination = null, DistArray<bool>? where = null) =>
        ElementwiseCall.Binary(Ufunc.FloatPower, x1, x2, destination, where);

    /// <summary>Square roots.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are neither real nor complex numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Of negative real numbers NaN. As numpy.sqrt.</remarks>
    public static DistArray<T> Sqrt<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Sqrt, x, destination, where);

    /// <summary>Cube roots of real numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.cbrt.</remarks>
    public static DistArray<T> Cbrt<T>(DistArray<T> x, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Unary(Ufunc.Cbrt, x, destination, where);

    /// <summary>Lengths of vectors of two real components.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">First components.</param>
    /// <param name="x2">Second components.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.hypot.</remarks>
    public static DistArray<T> Hypot<T>(DistArray<T> x1, DistArray<T> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Hypot, x1, x2, destination, where);
}
