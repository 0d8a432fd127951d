using System.Numerics;

namespace DistArray;

public static partial class DistArrayOperators
{
    /// <summary>Comparisons and remainders of arrays of real numbers and integers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    extension<T>(DistArray<T>) where T : unmanaged, INumber<T>
    {
        /// <summary>Remainders of the denominator's sign, unlike C#'s.</summary>
        /// <param name="left">Numerators.</param>
        /// <param name="right">Denominators.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. Of integers and 0 it is 0. As numpy.remainder.</remarks>
        public static DistArray<T> operator %(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Remainder, left, right, null, null);

        /// <summary>Remainders of the denominator's sign, unlike C#'s, of elements and a scalar.</summary>
        /// <param name="left">Numerators.</param>
        /// <param name="right">Denominators.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. Of integers and 0 it is 0. As numpy.remainder.</remarks>
        public static DistArray<T> operator %(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Remainder, left, right, null, null);

        /// <summary>Remainders of the denominator's sign, unlike C#'s, of a scalar and elements.</summary>
        /// <param name="left">Numerators.</param>
        /// <param name="right">Denominators.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. Of integers and 0 it is 0. As numpy.remainder.</remarks>
        public static DistArray<T> operator %(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.Remainder, left, right, null, null);

        /// <summary>Whether elements are less.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.less.</remarks>
        public static DistArray<bool> operator <(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.Less, left, right, null, null);

        /// <summary>Whether elements are less, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.less.</remarks>
        public static DistArray<bool> operator <(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.Less, left, right, null, null);

        /// <summary>Whether elements are less, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.less.</remarks>
        public static DistArray<bool> operator <(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.Less, left, right, null, null);

        /// <summary>Whether elements are less or equal.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.less_equal.</remarks>
        public static DistArray<bool> operator <=(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.LessEqual, left, right, null, null);

        /// <summary>Whether elements are less or equal, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.less_equal.</remarks>
        public static DistArray<bool> operator <=(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.LessEqual, left, right, null, null);

        /// <summary>Whether elements are less or equal, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.less_equal.</remarks>
        public static DistArray<bool> operator <=(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.LessEqual, left, right, null, null);

        /// <summary>Whether elements are greater.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.greater.</remarks>
        public static DistArray<bool> operator >(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.Greater, left, right, null, null);

        /// <summary>Whether elements are greater, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.greater.</remarks>
        public static DistArray<bool> operator >(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.Greater, left, right, null, null);

        /// <summary>Whether elements are greater, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.greater.</remarks>
        public static DistArray<bool> operator >(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.Greater, left, right, null, null);

        /// <summary>Whether elements are greater or equal.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.greater_equal.</remarks>
        public static DistArray<bool> operator >=(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.GreaterEqual, left, right, null, null);

        /// <summary>Whether elements are greater or equal, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.greater_equal.</remarks>
        public static DistArray<bool> operator >=(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.GreaterEqual, left, right, null, null);

        /// <summary>Whether elements are greater or equal, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.greater_equal.</remarks>
        public static DistArray<bool> operator >=(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.GreaterEqual, left, right, null, null);
    }
}
