using System.Numerics;

namespace DistArray;

/// <summary>Operators of distributed arrays, element by element.</summary>
/// <remarks>Operands of any shapes that broadcast and of any distributions; a scalar meets every element. Results are new arrays.</remarks>
public static partial class DistArrayOperators
{
    /// <summary>Arithmetic of arrays of numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    extension<T>(DistArray<T>) where T : unmanaged, INumberBase<T>
    {
        /// <summary>Sums.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">Second terms.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Integers wrap around. As numpy.add.</remarks>
        public static DistArray<T> operator +(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Add, left, right, null, null);

        /// <summary>Sums, of elements and a scalar.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">Second terms.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. Integers wrap around. As numpy.add.</remarks>
        public static DistArray<T> operator +(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Add, left, right, null, null);

        /// <summary>Sums, of a scalar and elements.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">Second terms.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. Integers wrap around. As numpy.add.</remarks>
        public static DistArray<T> operator +(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Add, left, right, null, null);

        /// <summary>Differences.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">What to take from them.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Integers wrap around. As numpy.subtract.</remarks>
        public static DistArray<T> operator -(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Subtract, left, right, null, null);

        /// <summary>Differences, of elements and a scalar.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">What to take from them.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. Integers wrap around. As numpy.subtract.</remarks>
        public static DistArray<T> operator -(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Subtract, left, right, null, null);

        /// <summary>Differences, of a scalar and elements.</summary>
        /// <param name="left">First terms.</param>
        /// <param name="right">What to take from them.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. Integers wrap around. As numpy.subtract.</remarks>
        public static DistArray<T> operator -(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Subtract, left, right, null, null);

        /// <summary>Products.</summary>
        /// <param name="left">First factors.</param>
        /// <param name="right">Second factors.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Integers wrap around. As numpy.multiply.</remarks>
        public static DistArray<T> operator *(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Multiply, left, right, null, null);

        /// <summary>Products, of elements and a scalar.</summary>
        /// <param name="left">First factors.</param>
        /// <param name="right">Second factors.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. Integers wrap around. As numpy.multiply.</remarks>
        public static DistArray<T> operator *(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Multiply, left, right, null, null);

        /// <summary>Products, of a scalar and elements.</summary>
        /// <param name="left">First factors.</param>
        /// <param name="right">Second factors.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. Integers wrap around. As numpy.multiply.</remarks>
        public static DistArray<T> operator *(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Multiply, left, right, null, null);

        /// <summary>Quotients.</summary>
        /// <param name="left">Numerators.</param>
        /// <param name="right">Denominators.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="Np.FloorDivide"/> or <see cref="Np.TrueDivide"/>.</exception>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.true_divide.</remarks>
        public static DistArray<T> operator /(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Divide, left, right, null, null);

        /// <summary>Quotients, of elements and a scalar.</summary>
        /// <param name="left">Numerators.</param>
        /// <param name="right">Denominators.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="Np.FloorDivide"/> or <see cref="Np.TrueDivide"/>.</exception>
        /// <remarks>Local. As numpy.true_divide.</remarks>
        public static DistArray<T> operator /(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Divide, left, right, null, null);

        /// <summary>Quotients, of a scalar and elements.</summary>
        /// <param name="left">Numerators.</param>
        /// <param name="right">Denominators.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="Np.FloorDivide"/> or <see cref="Np.TrueDivide"/>.</exception>
        /// <remarks>Local. As numpy.true_divide.</remarks>
        public static DistArray<T> operator /(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Divide, left, right, null, null);

        /// <summary>Elements with the opposite sign.</summary>
        /// <param name="value">Elements.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. Integers wrap around. As numpy.negative.</remarks>
        public static DistArray<T> operator -(DistArray<T> value) => ElementwiseCall.Pending<T, T>(Ufunc.Negative, value);

        /// <summary>A copy of the elements.</summary>
        /// <param name="value">Elements.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.positive.</remarks>
        public static DistArray<T> operator +(DistArray<T> value) => ElementwiseCall.Pending<T, T>(Ufunc.Positive, value);
    }
}
