namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>The array under another distribution.</summary>
    /// <param name="target">Which rank shall own which element: the same shape over a communicator of the same ranks.</param>
    /// <param name="order">Which index varies fastest in memory; as in this array if null.</param>
    /// <returns>A new array of <see cref="Shape"/> as <paramref name="target"/> says: a copy.</returns>
    /// <exception cref="ShapeMismatchException">The target has another shape.</exception>
    /// <exception cref="DistributionMismatchException">The target's communicator has other ranks.</exception>
    /// <exception cref="RankFailedException">The memory of the array is gone on a rank; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Each rank sends others what they will own. Messages under way take at most 1.25 times a rank's block.</remarks>
    public DistArray<T> Redistribute(Distribution target, MemoryOrder? order = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        return Redistribution.Create(this, target, order, nameof(Redistribute));
    }

    /// <summary>The array distributed by other codes.</summary>
    /// <param name="codes">One code each an axis: b (block), c (cyclic), c(k) (block-cyclic, blocks of k), n (not divided).</param>
    /// <param name="grid">Arrangement of the ranks; a good one is chosen if null.</param>
    /// <returns>A new array of <see cref="Shape"/> over the same ranks: a copy.</returns>
    /// <exception cref="ArgumentException">The codes or the grid do not fit the shape or the number of ranks.</exception>
    /// <exception cref="RankFailedException">The memory of the array is gone on a rank; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Each rank sends others what they will own. Messages under way take at most 1.25 times a rank's block.</remarks>
    public DistArray<T> Redistribute(string codes, ProcessGrid? grid = null) =>
        Redistribute(new Distribution(Distribution.Communicator, Shape, codes, grid));

    /// <summary>The elements in another shape, in row-major order, and distributed by codes.</summary>
    /// <param name="newShape">A shape of as many elements; one extent may be -1, which stands for what is left.</param>
    /// <param name="codes">One code each an axis: b (block), c (cyclic), c(k) (block-cyclic, blocks of k), n (not divided).</param>
    /// <param name="grid">Arrangement of the ranks; a good one is chosen if null.</param>
    /// <returns>A new array of <paramref name="newShape"/> over the same ranks: a copy. As numpy.reshape(a, newshape).copy().</returns>
    /// <exception cref="ShapeMismatchException">The shape has another number of elements.</exception>
    /// <exception cref="ArgumentException">The codes or the grid do not fit the shape or the number of ranks.</exception>
    /// <exception cref="RankFailedException">The memory of the array is gone on a rank; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Each rank sends others what they will own. Messages under way take at most 1.25 times a rank's block.</remarks>
    public DistArray<T> Redistribute(ReadOnlySpan<long> newShape, string codes, ProcessGrid? grid = null)
    {
        long[] shape = Reshaping.Complete(nameof(Redistribute), Shape, newShape);
        return Reshaping.Create(this, new Distribution(Distribution.Communicator, shape, codes, grid), nameof(Redistribute));
    }
}
