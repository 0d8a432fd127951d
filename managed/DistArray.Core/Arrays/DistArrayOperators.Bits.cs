using System.Numerics;

namespace DistArray;

public static partial class DistArrayOperators
{
    /// <summary>Bits of arrays of integers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    extension<T>(DistArray<T>) where T : unmanaged, IBinaryInteger<T>
    {
        /// <summary>Bits that both have.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.bitwise_and.</remarks>
        public static DistArray<T> operator &(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.BitwiseAnd, left, right, null, null);

        /// <summary>Bits that both have, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.bitwise_and.</remarks>
        public static DistArray<T> operator &(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.BitwiseAnd, left, right, null, null);

        /// <summary>Bits that both have, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.bitwise_and.</remarks>
        public static DistArray<T> operator &(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.BitwiseAnd, left, right, null, null);

        /// <summary>Bits that one has or both have.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.bitwise_or.</remarks>
        public static DistArray<T> operator |(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.BitwiseOr, left, right, null, null);

        /// <summary>Bits that one has or both have, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.bitwise_or.</remarks>
        public static DistArray<T> operator |(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.BitwiseOr, left, right, null, null);

        /// <summary>Bits that one has or both have, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.bitwise_or.</remarks>
        public static DistArray<T> operator |(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.BitwiseOr, left, right, null, null);

        /// <summary>Bits that one has and the other has not.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.bitwise_xor.</remarks>
        public static DistArray<T> operator ^(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.BitwiseXor, left, right, null, null);

        /// <summary>Bits that one has and the other has not, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.bitwise_xor.</remarks>
        public static DistArray<T> operator ^(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.BitwiseXor, left, right, null, null);

        /// <summary>Bits that one has and the other has not, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.bitwise_xor.</remarks>
        public static DistArray<T> operator ^(T left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.BitwiseXor, left, right, null, null);

        /// <summary>Bits moved to the left.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">By how many bits.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.left_shift.</remarks>
        public static DistArray<T> operator <<(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.LeftShift, left, right, null, null);

        /// <summary>Bits moved to the left, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">By how many bits.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.left_shift.</remarks>
        public static DistArray<T> operator <<(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.LeftShift, left, right, null, null);

        /// <summary>Bits moved to the right, the sign kept.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">By how many bits.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.right_shift.</remarks>
        public static DistArray<T> operator >>(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, T>(Ufunc.RightShift, left, right, null, null);

        /// <summary>Bits moved to the right, the sign kept, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">By how many bits.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.right_shift.</remarks>
        public static DistArray<T> operator >>(DistArray<T> left, T right) => ElementwiseCall.Binary<T, T, T>(Ufunc.RightShift, left, right, null, null);

        /// <summary>All bits turned over.</summary>
        /// <param name="value">Elements.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.invert.</remarks>
        public static DistArray<T> operator ~(DistArray<T> value) => ElementwiseCall.Pending<T, T>(Ufunc.Invert, value);
    }
}
