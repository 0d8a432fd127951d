namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>Number of elements that are not 0, or true.</summary>
    /// <returns>The number, the same on every rank.</returns>
    /// <remarks><b>Collective.</b> One all-reduce of a number. NaN is not 0. As numpy.count_nonzero.</remarks>
    public long CountNonZero() => Counts.All(ReductionInput.Of(this));

    /// <summary>Numbers of elements that are not 0, or true, along axes.</summary>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. As numpy.count_nonzero(a, axis).</remarks>
    public DistArray<long> CountNonZero(AxisList axis, bool keepDims = false)
    {
        ReductionInput input = ReductionInput.Of(this);
        var axes = new ReductionAxes(Distribution, axis, keepDims);
        return ReductionResult.Of(Counts.Along(input, axes), axes, (long count) => count);
    }

    /// <summary>Whether any element is not 0, or true.</summary>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <returns>The same on every rank; false where there are no elements.</returns>
    /// <remarks><b>Collective.</b> One all-reduce of a number. NaN is true. As numpy.any.</remarks>
    public bool Any(DistArray<bool>? where = null) => Counts.All(ReductionInput.Of(this).Where(ReductionInput.Mask("Any", where, Distribution))) > 0;

    /// <summary>Whether any element is not 0, or true, along axes.</summary>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. NaN is true. As numpy.any(a, axis).</remarks>
    public DistArray<bool> Any(AxisList axis, bool keepDims = false, DistArray<bool>? where = null)
    {
        ReductionInput input = ReductionInput.Of(this);
        var axes = new ReductionAxes(Distribution, axis, keepDims);
        return ReductionResult.Of(Counts.Along(input.Where(ReductionInput.Mask("Any", where, Distribution)), axes), axes, (long count) => count > 0);
    }

    /// <summary>Whether all elements are not 0, or true.</summary>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <returns>The same on every rank; true where there are no elements.</returns>
    /// <remarks><b>Collective.</b> One all-reduce of a number. NaN is true. As numpy.all.</remarks>
    public bool All(DistArray<bool>? where = null) =>
        Counts.All(ReductionInput.Of(this).Where(ReductionInput.Mask("All", where, Distribution), ElementValues.One<T>())) == Size;

    /// <summary>Whether all elements are not 0, or true, along axes.</summary>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <param name="where">Which elements to take, of a shape that broadcasts to this one; all if null.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of this rank's results over the ranks along the axes where these are divided. NaN is true. As numpy.all(a, axis).</remarks>
    public DistArray<bool> All(AxisList axis, bool keepDims = false, DistArray<bool>? where = null)
    {
        ReductionInput input = ReductionInput.Of(this);
        var axes = new ReductionAxes(Distribution, axis, keepDims);
        input = input.Where(ReductionInput.Mask("All", where, Distribution), ElementValues.One<T>());
        return ReductionResult.Of(Counts.Along(input, axes), axes, (long count) => count == axes.Count);
    }
}
