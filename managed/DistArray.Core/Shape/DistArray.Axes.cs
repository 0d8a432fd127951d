namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>The array with its axes in another order.</summary>
    /// <param name="axes">For each axis of the result the axis of this array, negative from the end.</param>
    /// <returns>A view; every rank keeps what it owns, halo included.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">The axes are not each named once.</exception>
    /// <remarks>Local. Computes a pending array. As numpy's a.transpose(axes).</remarks>
    public DistArray<T> Transpose(params ReadOnlySpan<int> axes) => Permute(AxisNumbers.Permutation("Transpose", axes, NDim));

    /// <summary>The array with two axes exchanged.</summary>
    /// <param name="axis1">An axis, in [-NDim, NDim).</param>
    /// <param name="axis2">Another.</param>
    /// <returns>A view; every rank keeps what it owns, halo included.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.swapaxes.</remarks>
    public DistArray<T> SwapAxes(int axis1, int axis2)
    {
        int[] axes = [.. Enumerable.Range(0, NDim)];
        int first = AxisNumbers.Normalize(axis1, NDim), second = AxisNumbers.Normalize(axis2, NDim);
        (axes[first], axes[second]) = (second, first);
        return Permute(axes);
    }

    /// <summary>The array without axes of one element.</summary>
    /// <param name="axes">Axes to leave out, negative from the end; all that have one element if there are none.</param>
    /// <returns>A view, on the ranks that own the element.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ShapeMismatchException">An axis has not one element.</exception>
    /// <remarks>Local; <b>Collective</b> where such an axis is unstructured. Computes a pending array. As numpy.squeeze.</remarks>
    public DistArray<T> Squeeze(params ReadOnlySpan<int> axes)
    {
        int[] gone = axes.IsEmpty
            ? [.. Enumerable.Range(0, NDim).Where(axis => Distribution.Shape[axis] == 1)]
            : AxisNumbers.Normalize("Squeeze", axes, NDim);
        foreach (int axis in gone)
            if (Shape[axis] != 1) throw new ShapeMismatchException($"Squeeze: axis {axis} of shape {ShapeText.Of(Shape)} has not one element. Name axes that have.");
        DistArray<T> view = View();
        foreach (int axis in gone.OrderDescending()) view = view.RemoveAxis(axis);
        return view;
    }

    /// <summary>The only element of an array that has one, for every rank.</summary>
    /// <returns>The element.</returns>
    /// <exception cref="ShapeMismatchException">The array has not one element.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks><b>Collective.</b> One broadcast of an element, and one all-reduce where an axis is unstructured. As numpy's a.item().</remarks>
    public T Item() => Size == 1
        ? GetGlobal(new long[NDim])
        : throw new ShapeMismatchException($"Item: an array of shape {ShapeText.Of(Shape)} has {Size} elements, not one. Index it, or use GetGlobal.");
}
