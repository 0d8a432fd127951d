namespace DistArray;

public static partial class Np
{
    /// <summary>An array with one axis at least.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <returns>A view; a scalar has the shape (1,).</returns>
    /// <remarks>Local. As numpy.atleast_1d.</remarks>
    public static DistArray<T> AtLeast1D<T>(DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.NDim == 0 ? ExpandDims(array, 0) : array.View();
    }

    /// <summary>An array with two axes at least; missing ones come first.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <returns>A view; an array of one dimension is a row, (1, N).</returns>
    /// <remarks>Local. As numpy.atleast_2d.</remarks>
    public static DistArray<T> AtLeast2D<T>(DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.NDim < 2 ? ExpandDims(AtLeast1D(array), 0) : array.View();
    }

    /// <summary>An array with three axes at least.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <returns>A view; of shape (1, N, 1) for one dimension, (M, N, 1) for two.</returns>
    /// <remarks>Local. As numpy.atleast_3d.</remarks>
    public static DistArray<T> AtLeast3D<T>(DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return array.NDim < 3 ? ExpandDims(AtLeast2D(array), 2) : array.View();
    }
}
