namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>The elements in another shape, in row-major order.</summary>
    /// <param name="newShape">A shape of as many elements; one extent may be -1, which stands for what is left.</param>
    /// <returns>A new array, by blocks along its first axis; on every rank where this array is.</returns>
    /// <exception cref="ShapeMismatchException">The shape has another number of elements.</exception>
    /// <remarks><b>Collective.</b> Each rank sends others what they will own. Always a copy, where numpy.reshape gives a view if memory permits: only axes of one element
    /// come and go as views, by <see cref="Np.ExpandDims"/> and <see cref="Squeeze"/>.</remarks>
    public DistArray<T> Reshape(params ReadOnlySpan<long> newShape)
    {
        long[] shape = Reshaping.Complete(nameof(Reshape), Shape, newShape);
        return Reshaping.Create(this, ResultDistribution.Blocks(Distribution, shape), nameof(Reshape));
    }

    /// <summary>The elements in the shape of a distribution, in row-major order.</summary>
    /// <param name="distribution">A shape of as many elements, and which rank shall own which.</param>
    /// <returns>A new array: a copy.</returns>
    /// <exception cref="ShapeMismatchException">The shape has another number of elements.</exception>
    /// <exception cref="DistributionMismatchException">The distribution's communicator has other ranks.</exception>
    /// <remarks><b>Collective.</b> Each rank sends others what they will own. As numpy.reshape, but always a copy.</remarks>
    public DistArray<T> Reshape(Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return Reshaping.Create(this, distribution, nameof(Reshape));
    }

    /// <summary>The elements along one axis, in row-major order.</summary>
    /// <returns>A new array of one dimension by blocks; on every rank where this array is.</returns>
    /// <remarks><b>Collective.</b> Each rank sends others what they will own. Always a copy: as numpy's a.flatten().</remarks>
    public DistArray<T> Ravel() => Reshape(-1);
}
