namespace DistArray;

public static partial class Np
{
    /// <summary>An array with its axes in another order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="axes">For each axis of the result the axis of <paramref name="a"/>, negative from the end; the opposite order if there are none.</param>
    /// <returns>A view; every rank keeps what it owns, halo included.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">The axes are not each named once.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.transpose.</remarks>
    public static DistArray<T> Transpose<T>(DistArray<T> a, params ReadOnlySpan<int> axes) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return axes.IsEmpty ? a.Transpose() : a.Transpose(axes);
    }

    /// <summary>An array with two axes exchanged.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="axis1">An axis, in [-NDim, NDim).</param>
    /// <param name="axis2">Another.</param>
    /// <returns>A view; every rank keeps what it owns, halo included.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.swapaxes.</remarks>
    public static DistArray<T> SwapAxes<T>(DistArray<T> a, int axis1, int axis2) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return a.SwapAxes(axis1, axis2);
    }

    /// <summary>An array with an axis moved to another place; the others keep their order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="source">The axis, in [-NDim, NDim).</param>
    /// <param name="destination">Its place in the result, in [-NDim, NDim).</param>
    /// <returns>A view; every rank keeps what it owns, halo included.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.moveaxis.</remarks>
    public static DistArray<T> MoveAxis<T>(DistArray<T> a, int source, int destination) where T : unmanaged => MoveAxis(a, [source], [destination]);

    /// <summary>An array with axes moved to other places; the others keep their order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="source">The axes, each in [-NDim, NDim).</param>
    /// <param name="destination">The place of each in the result, in [-NDim, NDim).</param>
    /// <returns>A view; every rank keeps what it owns, halo included.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis or place is named twice, or there are not as many places as axes.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.moveaxis.</remarks>
    public static DistArray<T> MoveAxis<T>(DistArray<T> a, ReadOnlySpan<int> source, ReadOnlySpan<int> destination) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        int[] from = AxisNumbers.Normalize("MoveAxis", source, a.NDim), to = AxisNumbers.Normalize("MoveAxis", destination, a.NDim);
        if (from.Length != to.Length) throw new ArgumentException($"MoveAxis: there are {to.Length} places for {from.Length} axes. Name one each an axis.", nameof(destination));
        List<int> axes = [.. Enumerable.Range(0, a.NDim).Except(from)];
        foreach ((int place, int axis) in to.Zip(from).OrderBy(pair => pair.First)) axes.Insert(place, axis);
        return a.Permute([.. axes]);
    }

    /// <summary>An array without axes of one element.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="axes">Axes to leave out, negative from the end; all that have one element if there are none.</param>
    /// <returns>A view, on the ranks that own the element.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ShapeMismatchException">An axis has not one element.</exception>
    /// <remarks>Local; <b>Collective</b> where such an axis is unstructured. Computes a pending array. As numpy.squeeze.</remarks>
    public static DistArray<T> Squeeze<T>(DistArray<T> a, params ReadOnlySpan<int> axes) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return a.Squeeze(axes);
    }

    /// <summary>An array with new axes of one element.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="axes">Places of the new axes in the result, negative from its end.</param>
    /// <returns>A view; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">The result has no such axis.</exception>
    /// <exception cref="ArgumentException">A place is named twice.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.expand_dims.</remarks>
    public static DistArray<T> ExpandDims<T>(DistArray<T> a, params ReadOnlySpan<int> axes) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        int[] places = AxisNumbers.Normalize("ExpandDims", axes, a.NDim + axes.Length);
        DistArray<T> view = a.View();
        foreach (int place in places.Order()) view = view.InsertAxis(place);
        return view;
    }
}
