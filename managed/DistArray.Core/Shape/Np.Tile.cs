namespace DistArray;

public static partial class Np
{
    /// <summary>An array repeated as a whole along its axes.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="reps">How often along each axis, the last ones if there are fewer than axes; more add axes in front.</param>
    /// <returns>A new array over the grid of <paramref name="a"/>; its axes keep their kinds, blocks being of equal size again.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <remarks><b>Collective.</b> Each rank gets what its part repeats. As numpy.tile.</remarks>
    public static DistArray<T> Tile<T>(DistArray<T> a, params ReadOnlySpan<long> reps) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        foreach (long times in reps) ArgumentOutOfRangeException.ThrowIfNegative(times, nameof(reps));
        int ndim = Math.Max(a.NDim, reps.Length);
        DistArray<T> view = ExpandDims(a, [.. Enumerable.Range(0, ndim - a.NDim)]);
        long[] shape = view.Shape.ToArray();
        var axes = new AxisIndices[ndim];
        for (int axis = 0; axis < ndim; axis++)
        {
            long times = axis < ndim - reps.Length ? 1 : reps[axis - (ndim - reps.Length)];
            axes[axis] = times == 1 ? AxisIndices.Identity : AxisIndices.Affine(0, 1, shape[axis]);
            shape[axis] = checked(shape[axis] * times);
        }
        return AxisGather.Take(view, ResultDistribution.WithShape(view.Distribution, shape), axes, "Tile");
    }

    /// <summary>An array whose elements are each repeated.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="repeats">How often each one.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to put all elements in a row before.</param>
    /// <returns>A new array over the grid of <paramref name="a"/>; its axes keep their kinds, blocks along <paramref name="axis"/> being of equal size again.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <remarks><b>Collective.</b> Each rank gets what its part repeats. As numpy.repeat.</remarks>
    public static DistArray<T> Repeat<T>(DistArray<T> a, long repeats, int? axis = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentOutOfRangeException.ThrowIfNegative(repeats);
        DistArray<T> source = axis is null ? a.Ravel() : a;
        int along = AxisNumbers.Normalize(axis ?? 0, source.NDim);
        return Listed("Repeat", source, along, checked(source.Shape[along] * repeats), index => index / repeats);
    }

    /// <summary>An array whose elements are repeated, each index of an axis as often as a list says.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="repeats">How often each index of the axis, the same on every rank; one number stands for all.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to put all elements in a row before.</param>
    /// <returns>A new array over the grid of <paramref name="a"/>; its axes keep their kinds, blocks along <paramref name="axis"/> being of equal size again.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="ShapeMismatchException">There is neither one number nor one each index.</exception>
    /// <remarks><b>Collective.</b> Each rank gets what its part repeats. As numpy.repeat.</remarks>
    public static DistArray<T> Repeat<T>(DistArray<T> a, ReadOnlySpan<long> repeats, int? axis = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        if (repeats.Length == 1) return Repeat(a, repeats[0], axis);
        DistArray<T> source = axis is null ? a.Ravel() : a;
        int along = AxisNumbers.Normalize(axis ?? 0, source.NDim);
        if (repeats.Length != source.Shape[along])
            throw new ShapeMismatchException($"Repeat: there are {repeats.Length} numbers for the {source.Shape[along]} indices of axis {along}. Give one, or one each index.");
        var ends = new long[repeats.Length];
        long total = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(repeats[i], nameof(repeats));
            ends[i] = total = checked(total + repeats[i]);
        }
        return Listed("Repeat", source, along, total, index => FirstAfter(ends, index));
    }

    // The first end that is larger: indices without repeats are passed over.
    private static long FirstAfter(long[] ends, long index)
    {
        int low = 0, high = ends.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (index < ends[middle]) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    // For each index of a longer or shorter axis one of the source's.
    private static DistArray<T> Listed<T>(string operation, DistArray<T> source, int axis, long extent, Func<long, long> index) where T : unmanaged
    {
        Distribution target = ResultDistribution.WithExtent(source.Distribution.WithoutHalo(), axis, extent);
        var axes = new AxisIndices[source.NDim];
        Array.Fill(axes, AxisIndices.Identity);
        axes[axis] = AxisIndices.Of(!target.IsMember ? [] : Array.ConvertAll(OwnedElements.GlobalIndices(target.DimMaps[axis], target.GridCoordinates[axis]), k => index(k)));
        return AxisGather.Take(source, target, axes, operation);
    }
}
