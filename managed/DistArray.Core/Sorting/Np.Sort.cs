namespace DistArray;

public static partial class Np
{
    /// <summary>An array sorted along an axis.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to sort all elements in a row.</param>
    /// <returns>A new array of the same distribution; of one dimension by blocks where <paramref name="axis"/> is null.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="NotSupportedException">The elements have no order.</exception>
    /// <remarks><b>Collective</b> where the axis is divided, else local: the array is redistributed so that each rank has rows along the axis, and back; an array of one dimension is
    /// cut by samples. NaN comes last, complex numbers are sorted by real parts, then imaginary ones. As numpy.sort.</remarks>
    public static DistArray<T> Sort<T>(DistArray<T> a, int? axis = -1) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        ElementOrder<T>.Check("Sort");
        if (axis is not { } given) return Sort(a.Ravel(), 0);
        int along = AxisNumbers.Normalize(given, a.NDim);
        if (ResultDistribution.IsWhole(a.Distribution.DimMaps[along]))
        {
            DistArray<T> copy = a.Copy();
            RowSort.Sort(copy, along);
            return copy;
        }
        using DistArray<T> rows = a.NDim == 1 ? Stretches(a).Elements : Redistribution.Create(a, Rows(a.Distribution, along), a.Order, "Sort");
        if (a.NDim > 1) RowSort.Sort(rows, along);
        return Redistribution.Create(rows, a.Distribution.WithoutHalo(), a.Order, "Sort");
    }

    /// <summary>The indices along an axis that would sort an array.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null for all elements in a row.</param>
    /// <returns>A new array of the same distribution; of one dimension by blocks where <paramref name="axis"/> is null.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="NotSupportedException">The elements have no order.</exception>
    /// <remarks><b>Collective</b> where the axis is divided, else local, as <see cref="Sort"/>. Equal elements keep their order. As numpy.argsort(…, kind='stable').</remarks>
    public static DistArray<long> ArgSort<T>(DistArray<T> a, int? axis = -1) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        ElementOrder<T>.Check("ArgSort");
        if (axis is not { } given) return ArgSort(a.Ravel(), 0);
        int along = AxisNumbers.Normalize(given, a.NDim);
        if (!ResultDistribution.IsWhole(a.Distribution.DimMaps[along]))
        {
            using DistArray<long> moved = a.NDim == 1 ? Stretches(a).Places : ArgSort(Redistribution.Create(a, Rows(a.Distribution, along), a.Order, "ArgSort"), along);
            return Redistribution.Create(moved, a.Distribution.WithoutHalo(), a.Order, "ArgSort");
        }
        DistArray<long> result = DistArray<long>.Allocate(a.Distribution.WithoutHalo(), a.Order, zero: false);
        RowSort.ArgSort(a, along, result);
        return result;
    }

    /// <summary>The different elements of an array, sorted.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="ar">The array.</param>
    /// <returns>A new array of one dimension, by blocks whose bounds follow the elements; on every rank where <paramref name="ar"/> is.</returns>
    /// <exception cref="NotSupportedException">The elements have no order.</exception>
    /// <remarks><b>Collective.</b> The elements are cut by samples. NaN counts as one. As numpy.unique.</remarks>
    public static DistArray<T> Unique<T>(DistArray<T> ar) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(ar);
        ElementOrder<T>.Check("Unique");
        if (ar.IsWholeHere)
        {
            T[] all = Different(SampleSort.Sort(ar.AsLiteral()).Elements);
            return MaskedElements.OfLocal<T>(ResultDistribution.Blocks(ar.Distribution, [all.Length]), all);
        }
        T[] mine = Different(SampleSort.Sort(ar).Elements);
        return MaskedElements.OfLocal<T>(ResultDistribution.Gathered(ar.Distribution.Communicator, mine.Length), mine);
    }

    private static T[] Different<T>(T[] sorted) where T : unmanaged
    {
        int count = 0;
        for (int i = 0; i < sorted.Length; i++)
            if (i == 0 || default(ElementOrder<T>).Compare(sorted[i], sorted[count - 1]) != 0) sorted[count++] = sorted[i];
        return sorted[..count];
    }

    // Blocks along the longest of the other axes.
    private static Distribution Rows(Distribution distribution, int axis)
    {
        char[] codes = new char[distribution.NDim];
        Array.Fill(codes, 'n');
        int other = axis == 0 ? 1 : 0;
        for (int i = 0; i < codes.Length; i++)
            if (i != axis && distribution.Shape[i] > distribution.Shape[other]) other = i;
        codes[other] = 'b';
        return new Distribution(distribution.Communicator, distribution.Shape, new string(codes));
    }

    private static (DistArray<T> Elements, DistArray<long> Places) Stretches<T>(DistArray<T> row) where T : unmanaged
    {
        (T[] elements, long[] places) = SampleSort.Sort(row);
        Distribution distribution = ResultDistribution.Gathered(row.Distribution.Communicator, elements.Length);
        return (MaskedElements.OfLocal<T>(distribution, elements), MaskedElements.OfLocal<long>(distribution, places));
    }
}
