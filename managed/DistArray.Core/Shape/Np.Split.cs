namespace DistArray;

public static partial class Np
{
    /// <summary>Cuts an array into equal parts along an axis.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="ary">The array.</param>
    /// <param name="sections">Number of parts.</param>
    /// <param name="axis">Axis, in [-NDim, NDim).</param>
    /// <returns>Views; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentException">The axis does not divide into equal parts; use <see cref="ArraySplit{T}(DistArray{T}, int, int)"/>.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.split.</remarks>
    public static DistArray<T>[] Split<T>(DistArray<T> ary, int sections, int axis = 0) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(ary);
        ArgumentOutOfRangeException.ThrowIfLessThan(sections, 1);
        int along = AxisNumbers.Normalize(axis, ary.NDim);
        if (ary.Shape[along] % sections != 0)
            throw new ArgumentException($"Split: {ary.Shape[along]} indices of axis {along} do not divide into {sections} equal parts. Use ArraySplit.", nameof(sections));
        return ArraySplit(ary, sections, axis);
    }

    /// <summary>Cuts an array at indices of an axis.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="ary">The array.</param>
    /// <param name="indices">Where each part but the first begins, negative from the end.</param>
    /// <param name="axis">Axis, in [-NDim, NDim).</param>
    /// <returns>Views, one more than there are indices; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.split.</remarks>
    public static DistArray<T>[] Split<T>(DistArray<T> ary, ReadOnlySpan<long> indices, int axis = 0) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(ary);
        int along = AxisNumbers.Normalize(axis, ary.NDim);
        var parts = new DistArray<T>[indices.Length + 1];
        for (int i = 0; i < parts.Length; i++)
        {
            (long start, long step, long count) = new Slice(i == 0 ? 0 : indices[i - 1], i < indices.Length ? indices[i] : null).On(ary.Shape[along]);
            parts[i] = ary.View().SliceAxis(along, start, step, count);
        }
        return parts;
    }

    /// <summary>Cuts an array into parts along an axis that differ by one index at most, the longer ones first.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="ary">The array.</param>
    /// <param name="sections">Number of parts.</param>
    /// <param name="axis">Axis, in [-NDim, NDim).</param>
    /// <returns>Views; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.array_split.</remarks>
    public static DistArray<T>[] ArraySplit<T>(DistArray<T> ary, int sections, int axis = 0) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(ary);
        ArgumentOutOfRangeException.ThrowIfLessThan(sections, 1);
        var cuts = BlockMap.Balanced(ary.Shape[AxisNumbers.Normalize(axis, ary.NDim)], sections);
        return Split(ary, [.. Enumerable.Range(1, sections - 1).Select(cuts.Start)], axis);
    }

    /// <summary>Cuts an array at indices of an axis, as <see cref="Split{T}(DistArray{T}, ReadOnlySpan{long}, int)"/> does.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="ary">The array.</param>
    /// <param name="indices">Where each part but the first begins, negative from the end.</param>
    /// <param name="axis">Axis, in [-NDim, NDim).</param>
    /// <returns>Views, one more than there are indices; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.array_split.</remarks>
    public static DistArray<T>[] ArraySplit<T>(DistArray<T> ary, ReadOnlySpan<long> indices, int axis = 0) where T : unmanaged => Split(ary, indices, axis);

    /// <summary>Cuts an array into equal parts by columns: along axis 1, or axis 0 of an array of one dimension.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="ary">The array.</param>
    /// <param name="sections">Number of parts.</param>
    /// <returns>Views; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">The array has no axes.</exception>
    /// <exception cref="ArgumentException">The axis does not divide into equal parts.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.hsplit.</remarks>
    public static DistArray<T>[] HSplit<T>(DistArray<T> ary, int sections) where T : unmanaged => Split(ary, sections, ary?.NDim == 1 ? 0 : 1);

    /// <summary>Cuts an array at indices by columns: along axis 1, or axis 0 of an array of one dimension.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="ary">The array.</param>
    /// <param name="indices">Where each part but the first begins, negative from the end.</param>
    /// <returns>Views, one more than there are indices; every rank keeps what it owns.</returns>
    /// <exception cref="AxisOutOfRangeException">The array has no axes.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.hsplit.</remarks>
    public static DistArray<T>[] HSplit<T>(DistArray<T> ary, ReadOnlySpan<long> indices) where T : unmanaged => Split(ary, indices, ary?.NDim == 1 ? 0 : 1);

    /// <summary>Cuts an array into equal parts by rows: along axis 0.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="ary">The array, of two dimensions or more.</param>
    /// <param name="sections">Number of parts.</param>
    /// <returns>Views; every rank keeps what it owns.</returns>
    /// <exception cref="ArgumentException">The array has fewer dimensions, or the axis does not divide into equal parts.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.vsplit.</remarks>
    public static DistArray<T>[] VSplit<T>(DistArray<T> ary, int sections) where T : unmanaged => Split(OfRows(ary), sections);

    /// <summary>Cuts an array at indices by rows: along axis 0.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="ary">The array, of two dimensions or more.</param>
    /// <param name="indices">Where each part but the first begins, negative from the end.</param>
    /// <returns>Views, one more than there are indices; every rank keeps what it owns.</returns>
    /// <exception cref="ArgumentException">The array has fewer dimensions.</exception>
    /// <remarks>Local. Computes a pending array. As numpy.vsplit.</remarks>
    public static DistArray<T>[] VSplit<T>(DistArray<T> ary, ReadOnlySpan<long> indices) where T : unmanaged => Split(OfRows(ary), indices);

    private static DistArray<T> OfRows<T>(DistArray<T> ary) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(ary);
        return ary.NDim >= 2 ? ary : throw new ShapeMismatchException($"VSplit: an array of shape {ShapeText.Of(ary.Shape)} has no rows. Use Split.");
    }
}
