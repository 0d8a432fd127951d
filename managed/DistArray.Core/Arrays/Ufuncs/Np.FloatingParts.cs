namespace DistArray;

public static partial class Np
{
    /// <summary>Real numbers times powers of 2.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Real numbers.</param>
    /// <param name="x2">Exponents.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.ldexp.</remarks>
    [System.Runtime.CompilerServices.OverloadResolutionPriority(1)] // for scalars
    public static DistArray<T> Ldexp<T>(DistArray<T> x1, DistArray<int> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Ldexp, x1, x2, destination, where);

    /// <summary>Real numbers times powers of 2.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x1">Real numbers.</param>
    /// <param name="x2">Exponents.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.ldexp.</remarks>
    public static DistArray<T> Ldexp<T>(DistArray<T> x1, DistArray<long> x2, DistArray<T>? destination = null, DistArray<bool>? where = null) where T : unmanaged =>
        ElementwiseCall.Binary(Ufunc.Ldexp, x1, x2, destination, where);

    /// <summary>Mantissas in [0.5, 1) and exponents of 2 of real numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Real numbers.</param>
    /// <returns>Two new arrays of the shape of <paramref name="x"/>. Infinities and NaN have the exponent 0.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <remarks>Local. As numpy.frexp.</remarks>
    public static (DistArray<T> Mantissa, DistArray<int> Exponent) Frexp<T>(DistArray<T> x) where T : unmanaged =>
        (ElementwiseCall.Pending<T, T>(Ufunc.FrexpMantissa, x), ElementwiseCall.Pending<T, int>(Ufunc.FrexpExponent, x));

    /// <summary>Fractions and whole parts of real numbers, both of their sign.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Real numbers.</param>
    /// <returns>Two new arrays of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="NotSupportedException">The elements are no real numbers.</exception>
    /// <remarks>Local. As numpy.modf.</remarks>
    public static (DistArray<T> Fraction, DistArray<T> Whole) Modf<T>(DistArray<T> x) where T : unmanaged =>
        (ElementwiseCall.Pending<T, T>(Ufunc.ModfFraction, x), ElementwiseCall.Pending<T, T>(Ufunc.ModfWhole, x));

    /// <summary>Elements with NaN and infinities replaced.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">Elements.</param>
    /// <param name="nan">In place of NaN.</param>
    /// <param name="posInf">In place of infinity; null for the largest number of the type.</param>
    /// <param name="negInf">In place of minus infinity; null for the smallest number of the type.</param>
    /// <param name="destination">Where the results go, an operand too; null for a new array.</param>
    /// <param name="where">Where to compute: elsewhere the destination keeps its elements. Null for everywhere.</param>
    /// <returns>The destination, or a new array of the shape that all operands broadcast to.</returns>
    /// <exception cref="NotSupportedException">The elements are logicals.</exception>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Complex numbers part by part. As numpy.nan_to_num.</remarks>
    public static DistArray<T> NanToNum<T>(DistArray<T> x, double nan = 0, double? posInf = null, double? negInf = null, DistArray<T>? destination = null, DistArray<bool>? where = null)
        where T : unmanaged => ElementwiseCall.Unary(ElementKernels.FindNanToNum(ElementTypes.Of<T>(), nan, posInf, negInf), x, destination, where);
}
