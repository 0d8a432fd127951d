namespace DistArray;

public static partial class DistArrayOperators
{
    /// <summary>Logic of masks.</summary>
    extension(DistArray<bool>)
    {
        /// <summary>Whether both are true.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.logical_and.</remarks>
        public static DistArray<bool> operator &(DistArray<bool> left, DistArray<bool> right) => ElementwiseCall.Binary<bool, bool, bool>(Ufunc.BitwiseAnd, left, right, null, null);

        /// <summary>Whether both are true, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.logical_and.</remarks>
        public static DistArray<bool> operator &(DistArray<bool> left, bool right) => ElementwiseCall.Binary<bool, bool, bool>(Ufunc.BitwiseAnd, left, right, null, null);

        /// <summary>Whether both are true, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.logical_and.</remarks>
        public static DistArray<bool> operator &(bool left, DistArray<bool> right) => ElementwiseCall.Binary<bool, bool, bool>(Ufunc.BitwiseAnd, left, right, null, null);

        /// <summary>Whether one is true or both.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.logical_or.</remarks>
        public static DistArray<bool> operator |(DistArray<bool> left, DistArray<bool> right) => ElementwiseCall.Binary<bool, bool, bool>(Ufunc.BitwiseOr, left, right, null, null);

        /// <summary>Whether one is true or both, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.logical_or.</remarks>
        public static DistArray<bool> operator |(DistArray<bool> left, bool right) => ElementwiseCall.Binary<bool, bool, bool>(Ufunc.BitwiseOr, left, right, null, null);

        /// <summary>Whether one is true or both, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.logical_or.</remarks>
        public static DistArray<bool> operator |(bool left, DistArray<bool> right) => ElementwiseCall.Binary<bool, bool, bool>(Ufunc.BitwiseOr, left, right, null, null);

        /// <summary>Whether one is true and the other false.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
        /// <remarks><b>Collective</b> where the distributions of operands differ, for one is redistributed then; else local. As numpy.logical_xor.</remarks>
        public static DistArray<bool> operator ^(DistArray<bool> left, DistArray<bool> right) => ElementwiseCall.Binary<bool, bool, bool>(Ufunc.BitwiseXor, left, right, null, null);

        /// <summary>Whether one is true and the other false, of elements and a scalar.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.logical_xor.</remarks>
        public static DistArray<bool> operator ^(DistArray<bool> left, bool right) => ElementwiseCall.Binary<bool, bool, bool>(Ufunc.BitwiseXor, left, right, null, null);

        /// <summary>Whether one is true and the other false, of a scalar and elements.</summary>
        /// <param name="left">Elements.</param>
        /// <param name="right">Others.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.logical_xor.</remarks>
        public static DistArray<bool> operator ^(bool left, DistArray<bool> right) => ElementwiseCall.Binary<bool, bool, bool>(Ufunc.BitwiseXor, left, right, null, null);

        /// <summary>Whether elements are false.</summary>
        /// <param name="value">Elements.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.invert.</remarks>
        public static DistArray<bool> operator ~(DistArray<bool> value) => ElementwiseCall.Pending<bool, bool>(Ufunc.Invert, value);

        /// <summary>Whether elements are false.</summary>
        /// <param name="value">Elements.</param>
        /// <returns>A new array.</returns>
        /// <remarks>Local. As numpy.logical_not.</remarks>
        public static DistArray<bool> operator !(DistArray<bool> value) => ElementwiseCall.Pending<bool, bool>(Ufunc.LogicalNot, value);
    }
}
