namespace DistArray;

public static partial class Np
{
    /// <summary>The elements at indices of an axis for which a condition holds.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="condition">The condition, of one dimension; indices after its end are left out.</param>
    /// <param name="a">The array.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to count elements in row-major order.</param>
    /// <returns>A new array, distributed as by indexing.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ShapeMismatchException">The condition has not one dimension.</exception>
    /// <exception cref="RankFailedException">The condition holds for an index outside of the axis; thrown on every rank alike, as ArgumentOutOfRangeException for a literal.</exception>
    /// <remarks><b>Collective.</b> As numpy.compress.</remarks>
    public static DistArray<T> Compress<T>(DistArray<bool> condition, DistArray<T> a, int? axis = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(a);
        if (condition.NDim != 1) throw new ShapeMismatchException($"Compress: the condition is of shape {ShapeText.Of(condition.Shape)}, and not of one dimension. Use Extract, or a mask as index.");
        if (axis is { } given) AxisNumbers.Normalize(given, a.NDim);
        return Take(a, MaskedElements.FlatNonZero(condition), axis);
    }

    /// <summary>The elements of an array where a condition holds, in row-major order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="condition">The condition, of as many elements.</param>
    /// <param name="arr">The array.</param>
    /// <returns>A new array of one dimension, by blocks whose bounds follow the condition where the shapes are the same.</returns>
    /// <exception cref="RankFailedException">The condition holds for a place outside of the array; thrown on every rank alike, as ArgumentOutOfRangeException for a literal.</exception>
    /// <remarks><b>Collective.</b> As numpy.extract.</remarks>
    public static DistArray<T> Extract<T>(DistArray<bool> condition, DistArray<T> arr) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(arr);
        return condition.Shape.SequenceEqual(arr.Shape) ? MaskedElements.Select(arr, condition) : FlatElements.Take("Extract", arr, MaskedElements.FlatNonZero(condition), IndexMode.Raise);
    }

    /// <summary>Writes values to the elements of an array where a mask is true, in row-major order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="arr">The array.</param>
    /// <param name="mask">The mask, of the same shape.</param>
    /// <param name="vals">Values; gone over again and again where there are fewer, the first ones where there are more.</param>
    /// <exception cref="ShapeMismatchException">The mask has another shape.</exception>
    /// <exception cref="ArgumentException">There are no values, but elements to write.</exception>
    /// <exception cref="InvalidOperationException">The array is read-only.</exception>
    /// <remarks><b>Collective.</b> As numpy.place.</remarks>
    public static void Place<T>(DistArray<T> arr, DistArray<bool> mask, DistArray<T> vals) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(arr);
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(vals);
        arr.CheckWritable();
        if (!mask.Shape.SequenceEqual(arr.Shape)) throw new ShapeMismatchException("Place", mask.Shape, arr.Shape);
        MaskedElements.Store("Place", arr, mask, vals, repeats: true);
    }
}
