namespace DistArray;

/// <summary>An array has no such axis.</summary>
public class AxisOutOfRangeException : ArgumentOutOfRangeException
{
    /// <summary>Makes the exception of an axis and a number of dimensions.</summary>
    /// <param name="axis">The axis asked for.</param>
    /// <param name="ndim">Number of dimensions of the array.</param>
    public AxisOutOfRangeException(int axis, int ndim)
        : base(nameof(axis), axis, ndim == 0 ? $"There is no axis {axis}: the array has none." : $"There is no axis {axis}: the array has {ndim} dimensions. Use 0 to {ndim - 1}.") { }

    internal static int Check(int axis, int ndim) => (uint)axis < (uint)ndim ? axis : throw new AxisOutOfRangeException(axis, ndim);
}
