using System.Numerics;

namespace DistArray;

/// <summary>Arithmetic of distributed arrays, element by element.</summary>
/// <remarks>Operands have equal shapes and distributions; a scalar meets every element. Results are new arrays of the (first) operand's distribution and
/// memory order, whose halo is 0. Nothing is communicated.</remarks>
public static class DistArrayOperators
{
    /// <summary>Arithmetic of arrays of numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    extension<T>(DistArray<T>) where T : unmanaged, INumberBase<T>
    {
        /// <summary>Sums of elements.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">Second terms.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
        /// <exception cref="DistributionMismatchException">The distributions differ.</exception>
        /// <remarks>Local. As numpy.add; integers wrap around.</remarks>
        public static DistArray<T> operator +(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Add, left, right, null, null);

        /// <summary>Elements plus a scalar.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">Second term.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.add; integers wrap around.</remarks>
        public static DistArray<T> operator +(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Add, left, right, null, null);

        /// <summary>A scalar plus elements.</summary>
        /// <param name="left">First term.</param>
        /// <param name="right">Second terms.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.add; integers wrap around.</remarks>
        public static DistArray<T> operator +(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Add, left, right, null, null);

        /// <summary>Differences of elements.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">What to take from them.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
        /// <exception cref="DistributionMismatchException">The distributions differ.</exception>
        /// <remarks>Local. As numpy.subtract; integers wrap around.</remarks>
        public static DistArray<T> operator -(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Subtract, left, right, null, null);

        /// <summary>Elements minus a scalar.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">What to take from them.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.subtract; integers wrap around.</remarks>
        public static DistArray<T> operator -(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Subtract, left, right, null, null);

        /// <summary>A scalar minus elements.</summary>
        /// <param name="left">First term.</param>
        /// <param name="right">What to take from it.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.subtract; integers wrap around.</remarks>
        public static DistArray<T> operator -(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Subtract, left, right, null, null);

        /// <summary>Products of elements.</summary>
        /// <param name="left">First factors.</param>
        /// <param name="right">Second factors.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
        /// <exception cref="DistributionMismatchException">The distributions differ.</exception>
        /// <remarks>Local. As numpy.multiply; integers wrap around.</remarks>
        public static DistArray<T> operator *(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Multiply, left, right, null, null);

        /// <summary>Elements times a scalar.</summary>
        /// <param name="left">First factors.</param>
        /// <param name="right">Second factor.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.multiply; integers wrap around.</remarks>
        public static DistArray<T> operator *(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Multiply, left, right, null, null);

        /// <summary>A scalar times elements.</summary>
        /// <param name="left">First factor.</param>
        /// <param name="right">Second factors.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.multiply; integers wrap around.</remarks>
        public static DistArray<T> operator *(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Multiply, left, right, null, null);

        /// <summary>Quotients of elements.</summary>
        /// <param name="left">Numerators.</param>
        /// <param name="right">Denominators.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
        /// <exception cref="DistributionMismatchException">The distributions differ.</exception>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="Np.FloorDivide{T}(DistArray{T}, DistArray{T})"/> or
        /// <see cref="Np.TrueDivide{T}(DistArray{T}, DistArray{T})"/>.</exception>
        /// <remarks>Local. As numpy.true_divide.</remarks>
        public static DistArray<T> operator /(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Divide, left, right, null, null);

        /// <summary>Elements divided by a scalar.</summary>
        /// <param name="left">Numerators.</param>
        /// <param name="right">Denominator.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="NotSupportedException">The elements are integers.</exception>
        /// <remarks>Local. As numpy.true_divide.</remarks>
        public static DistArray<T> operator /(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Divide, left, right, null, null);

        /// <summary>A scalar divided by elements.</summary>
        /// <param name="left">Numerator.</param>
        /// <param name="right">Denominators.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="NotSupportedException">The elements are integers.</exception>
        /// <remarks>Local. As numpy.true_divide.</remarks>
        public static DistArray<T> operator /(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Divide, left, right, null, null);

        /// <summary>Elements with the opposite sign.</summary>
        /// <param name="value">Elements.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.negative; integers wrap around.</remarks>
        public static DistArray<T> operator -(DistArray<T> value) => ElementwiseCall.Unary<T, T>(Ufunc.Negative, value, null, null);
    }
}
