namespace DistArray;

public static partial class Np
{
    /// <summary>An array with elements put around it, as many on all sides.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="padWidth">How many on each side of each axis.</param>
    /// <param name="mode">Which elements.</param>
    /// <param name="constantValues">The value of <see cref="PadMode.Constant"/>.</param>
    /// <returns>A new array over the grid of <paramref name="array"/>; its axes keep their kinds, blocks being of equal size again.</returns>
    /// <exception cref="ArgumentException">The width is negative, or an axis without elements is to be continued.</exception>
    /// <remarks><b>Collective.</b> As numpy.pad.</remarks>
    public static DistArray<T> Pad<T>(DistArray<T> array, long padWidth, PadMode mode = PadMode.Constant, T constantValues = default) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        var widths = new (long, long)[array.NDim];
        Array.Fill(widths, (padWidth, padWidth));
        return Pad(array, widths, mode, constantValues);
    }

    /// <summary>An array with elements put around it.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="padWidth">How many before and after each axis; one pair for all axes, or one each.</param>
    /// <param name="mode">Which elements.</param>
    /// <param name="constantValues">The value of <see cref="PadMode.Constant"/>.</param>
    /// <returns>A new array over the grid of <paramref name="array"/>; its axes keep their kinds, blocks being of equal size again.</returns>
    /// <exception cref="ArgumentException">A width is negative, there is neither one pair nor one each axis, or an axis without elements is to be continued.</exception>
    /// <remarks><b>Collective.</b> Each rank gets what its part shows. As numpy.pad; wrapping by more than the extent as from NumPy 1.25 on.</remarks>
    public static DistArray<T> Pad<T>(DistArray<T> array, ReadOnlySpan<(long Before, long After)> padWidth, PadMode mode = PadMode.Constant, T constantValues = default) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        if (padWidth.Length != 1 && padWidth.Length != array.NDim)
            throw new ArgumentException($"Pad: there are {padWidth.Length} pairs of widths for {array.NDim} axes. Give one, or one each axis.", nameof(padWidth));
        long[] shape = array.Shape.ToArray();
        var before = new long[shape.Length];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            (before[axis], long after) = padWidth[padWidth.Length == 1 ? 0 : axis];
            if (before[axis] < 0 || after < 0) throw new ArgumentException($"Pad: the widths {before[axis]} and {after} of axis {axis} are not both 0 or more.", nameof(padWidth));
            if (shape[axis] == 0 && before[axis] + after > 0 && mode != PadMode.Constant)
                throw new ArgumentException($"Pad: axis {axis} has no elements that {mode} could continue. Use Constant.", nameof(mode));
            shape[axis] = checked(shape[axis] + before[axis] + after);
        }
        Distribution target = ResultDistribution.WithShape(array.Distribution.WithoutHalo(), shape);
        if (mode != PadMode.Constant) return AxisGather.Take(array, target, PadIndices(array.Shape, before, target, mode), "Pad");
        DistArray<T> result = Full(target, constantValues, array.Order), inner = result;
        for (int axis = 0; axis < shape.Length; axis++) inner = inner.SliceAxis(axis, before[axis], 1, array.Shape[axis]);
        Redistribution.Copy(array, inner, "Pad");
        return result;
    }

    private static AxisIndices[] PadIndices(ReadOnlySpan<long> shape, long[] before, Distribution target, PadMode mode)
    {
        var axes = new AxisIndices[before.Length];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            long extent = shape[axis], first = before[axis];
            axes[axis] = extent == target.Shape[axis] ? AxisIndices.Identity : mode == PadMode.Wrap ? AxisIndices.Affine(-first, 1, extent) : AxisIndices.Of(
                !target.IsMember ? [] : Array.ConvertAll(OwnedElements.GlobalIndices(target.DimMaps[axis], target.GridCoordinates[axis]), index => PadIndex(index - first, extent, mode)));
        }
        return axes;
    }

    private static long PadIndex(long index, long extent, PadMode mode)
    {
        if (mode == PadMode.Edge) return Math.Clamp(index, 0, extent - 1);
        if (mode == PadMode.Reflect && extent == 1) return 0;
        long period = mode == PadMode.Reflect ? 2 * (extent - 1) : 2 * extent, place = ((index % period) + period) % period;
        return place < extent ? place : mode == PadMode.Reflect ? period - place : period - 1 - place;
    }
}
