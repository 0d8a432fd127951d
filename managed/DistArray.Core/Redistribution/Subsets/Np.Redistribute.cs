namespace DistArray;

public static partial class Np
{
    /// <summary>Moves an array between groups of ranks: from those of its communicator to those of another one, which may be fewer, more, or others.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="communicator">Ranks among which are those of the array and those of the target.</param>
    /// <param name="source">The array on the ranks of its communicator, null on others.</param>
    /// <param name="target">The distribution of the result on the ranks of its communicator, null on others; of the same shape.</param>
    /// <param name="order">Which index varies fastest in memory; if null as in the array on ranks that have it, else the last.</param>
    /// <returns>A new array under <paramref name="target"/>: a copy; null on ranks that gave none.</returns>
    /// <exception cref="ArgumentException">No rank brings an array or a target, or ranks bring such of different groups, or groups are not within <paramref name="communicator"/>; thrown on every rank alike.</exception>
    /// <exception cref="ShapeMismatchException">The shapes differ; thrown on every rank alike.</exception>
    /// <exception cref="RankFailedException">The memory of the array is gone on a rank; thrown on every rank alike.</exception>
    /// <remarks><b>Collective</b> over <paramref name="communicator"/>. A few numbers of every rank to all, then each rank sends others what they will own.</remarks>
    public static DistArray<T>? Redistribute<T>(ICommunicator communicator, DistArray<T>? source, Distribution? target, MemoryOrder? order = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(communicator);
        return SubsetRedistribution.Create(communicator, source, target, order, nameof(Redistribute));
    }
}
