namespace DistArray;

public static partial class Np
{
    /// <summary>An array without some indices of an axis.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="arr">The array.</param>
    /// <param name="obj">The indices to leave out, the same on every rank; negative from the end.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to put all elements in a row before.</param>
    /// <returns>A new array over the grid of <paramref name="arr"/>; its axes keep their kinds, blocks along the axis being of equal size again.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside of the axis.</exception>
    /// <remarks><b>Collective.</b> As numpy.delete.</remarks>
    public static DistArray<T> Delete<T>(DistArray<T> arr, ReadOnlySpan<long> obj, int? axis = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(arr);
        DistArray<T> source = axis is null ? arr.Ravel() : arr;
        int along = AxisNumbers.Normalize(axis ?? 0, source.NDim);
        long[] gone = obj.ToArray();
        if (IndexNumbers.Normalize("Delete", gone, source.Shape, along, IndexMode.Raise) is { } problem) throw problem;
        gone = [.. gone.Distinct().Order()];
        // The number of indices that are kept before each one that goes.
        long[] kept = [.. gone.Select((index, before) => index - before)];
        return Listed("Delete", source, along, source.Shape[along] - gone.Length, index => index + NotAbove(kept, index));
    }

    /// <summary>An array with values put in before an index of an axis.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="arr">The array.</param>
    /// <param name="obj">The index, negative from the end.</param>
    /// <param name="values">Values: their axes are those of the array, but that which is put in comes first, and may have any extent; missing ones are put in front.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to put all elements in a row before.</param>
    /// <returns>A new array over the grid of <paramref name="arr"/>; its axes keep their kinds, blocks along the axis being of equal size again.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside of the axis.</exception>
    /// <exception cref="ShapeMismatchException">The values do not broadcast.</exception>
    /// <remarks><b>Collective.</b> As numpy.insert of one index that is not in brackets.</remarks>
    public static DistArray<T> Insert<T>(DistArray<T> arr, long obj, DistArray<T> values, int? axis = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(arr);
        ArgumentNullException.ThrowIfNull(values);
        DistArray<T> source = axis is null ? arr.Ravel() : arr;
        int along = AxisNumbers.Normalize(axis ?? 0, source.NDim);
        long extent = source.Shape[along], index = obj < 0 ? obj + extent : obj;
        if (index < 0 || index > extent) throw new ArgumentOutOfRangeException(nameof(obj), obj, $"Insert: index {obj} is outside of axis {along} of shape {ShapeText.Of(source.Shape)}.");
        if (values.NDim > source.NDim) throw new ShapeMismatchException($"Insert: values of shape {ShapeText.Of(values.Shape)} have more dimensions than shape {ShapeText.Of(source.Shape)}. Reshape them.");
        DistArray<T> part = MoveAxis(ExpandDims(values, [.. Enumerable.Range(0, source.NDim - values.NDim)]), 0, along);
        long[] shape = source.Shape.ToArray();
        shape[along] = part.Shape[along];
        return Joining.Concatenate("Insert", [source.SliceAxis(along, 0, 1, index), BroadcastTo(part, shape), source.SliceAxis(along, index, 1, extent - index)], along);
    }

    // How many of ascending numbers are not above one.
    private static long NotAbove(long[] numbers, long number)
    {
        int low = 0, high = numbers.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (numbers[middle] <= number) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
