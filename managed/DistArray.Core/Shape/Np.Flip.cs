namespace DistArray;

public static partial class Np
{
    /// <summary>An array with the elements along axes in the opposite order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="m">The array.</param>
    /// <param name="axes">Axes, negative from the end; all if there are none.</param>
    /// <returns>A view; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.flip.</remarks>
    public static DistArray<T> Flip<T>(DistArray<T> m, params ReadOnlySpan<int> axes) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(m);
        DistArray<T> view = m.View();
        foreach (int axis in axes.IsEmpty ? [.. Enumerable.Range(0, m.NDim)] : AxisNumbers.Normalize("Flip", axes, m.NDim))
            view = view.SliceAxis(axis, Math.Max(0, m.Shape[axis] - 1), -1, m.Shape[axis]);
        return view;
    }

    /// <summary>An array with its columns in the opposite order: along axis 1.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="m">The array, of two dimensions or more.</param>
    /// <returns>A view; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">There is no axis 1.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.fliplr.</remarks>
    public static DistArray<T> FlipLR<T>(DistArray<T> m) where T : unmanaged => Flip(m, 1);

    /// <summary>An array with its rows in the opposite order: along axis 0.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="m">The array, of one dimension or more.</param>
    /// <returns>A view; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">There is no axis 0.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.flipud.</remarks>
    public static DistArray<T> FlipUD<T>(DistArray<T> m) where T : unmanaged => Flip(m, 0);

    /// <summary>An array turned by 90 degrees in the plane of two axes, from the first towards the second.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="m">The array, of two dimensions or more.</param>
    /// <param name="k">How often to turn; negative to turn the other way.</param>
    /// <param name="axis1">First axis of the plane.</param>
    /// <param name="axis2">Second axis of the plane.</param>
    /// <returns>A view; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">The axes are the same.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.rot90.</remarks>
    public static DistArray<T> Rot90<T>(DistArray<T> m, int k = 1, int axis1 = 0, int axis2 = 1) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(m);
        int[] plane = AxisNumbers.Normalize("Rot90", [axis1, axis2], m.NDim);
        return (k & 3) switch
        {
            0 => m.View(),
            1 => Flip(m, plane[1]).SwapAxes(plane[0], plane[1]),
            2 => Flip(m, plane),
            _ => Flip(m.SwapAxes(plane[0], plane[1]), plane[1]),
        };
    }
}
