namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>The elements at indices of an axis.</summary>
    /// <param name="indices">Indices, of any shape and distribution.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to count elements in row-major order.</param>
    /// <param name="mode">What becomes of indices outside.</param>
    /// <returns>A new array, with the axes of the indices in place of the axis; distributed as by indexing.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index that every rank gives alike is outside.</exception>
    /// <exception cref="RankFailedException">An index that is distributed is outside; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> As numpy.take.</remarks>
    public DistArray<T> Take(DistArray<long> indices, int? axis = null, IndexMode mode = IndexMode.Raise) => Np.Take(this, indices, axis, mode);

    /// <summary>Writes elements by their place in row-major order.</summary>
    /// <param name="indices">Places, of any shape and distribution.</param>
    /// <param name="values">Values; gone over again and again where there are fewer than places. Of several for one place the last stays.</param>
    /// <param name="mode">What becomes of places outside.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place that every rank gives alike is outside.</exception>
    /// <exception cref="RankFailedException">A place that is distributed is outside; thrown on every rank alike.</exception>
    /// <exception cref="InvalidOperationException">The array is read-only.</exception>
    /// <remarks><b>Collective.</b> As numpy.put.</remarks>
    public void Put(DistArray<long> indices, DistArray<T> values, IndexMode mode = IndexMode.Raise) => Np.Put(this, indices, values, mode);

    /// <summary>The array with each element repeated.</summary>
    /// <param name="repeats">How often each one.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to put all elements in a row before.</param>
    /// <returns>A new array over the same grid; its axes keep their kinds, blocks along <paramref name="axis"/> being of equal size again.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <remarks><b>Collective.</b> As numpy.repeat.</remarks>
    public DistArray<T> Repeat(long repeats, int? axis = null) => Np.Repeat(this, repeats, axis);

    /// <summary>The elements at indices of an axis for which a condition holds.</summary>
    /// <param name="condition">The condition, of one dimension; indices after its end are left out.</param>
    /// <param name="axis">Axis, in [-NDim, NDim); null to count elements in row-major order.</param>
    /// <returns>A new array, distributed as by indexing.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ShapeMismatchException">The condition has not one dimension.</exception>
    /// <exception cref="RankFailedException">The condition holds for an index outside of the axis; thrown on every rank alike, as ArgumentOutOfRangeException for a literal.</exception>
    /// <remarks><b>Collective.</b> As numpy.compress.</remarks>
    public DistArray<T> Compress(DistArray<bool> condition, int? axis = null) => Np.Compress(condition, this, axis);

    /// <summary>The indices of the elements that are not 0, in row-major order.</summary>
    /// <returns>For each axis a new array of one dimension, by blocks whose bounds follow the elements; on every rank where this array is.</returns>
    /// <exception cref="ShapeMismatchException">The array has no axes.</exception>
    /// <remarks><b>Collective.</b> As numpy.nonzero.</remarks>
    public DistArray<long>[] NonZero() => Np.NonZero(this);

    /// <summary>A diagonal of the plane of two axes.</summary>
    /// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it.</param>
    /// <param name="axis1">Axis of the rows, in [-NDim, NDim).</param>
    /// <param name="axis2">Axis of the columns, in [-NDim, NDim).</param>
    /// <returns>A new array: the other axes, distributed as they were, and then the diagonal, by blocks.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">The axes are the same.</exception>
    /// <remarks><b>Collective.</b> Always a copy, where numpy.diagonal gives a read-only view.</remarks>
    public DistArray<T> Diagonal(long offset = 0, int axis1 = 0, int axis2 = 1) => Np.Diagonal(this, offset, axis1, axis2);
}
