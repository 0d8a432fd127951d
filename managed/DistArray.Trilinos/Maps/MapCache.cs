using System.Runtime.CompilerServices;

namespace DistArray.Trilinos;

/// <summary>The maps of the distributions that were wrapped last, on each communicator.</summary>
/// <typeparam name="TMap">Epetra's or Tpetra's maps.</typeparam>
/// <param name="create">Makes a map; collective.</param>
internal sealed class MapCache<TMap>(Func<Distribution, int[], MemoryOrder, TMap> create) where TMap : class
{
    private const int Capacity = 64;
    private readonly ConditionalWeakTable<ICommunicator, List<Entry>> _lists = [];

    /// <summary>The map of a distribution, made where it is not among the last.</summary>
    /// <param name="distribution">Which rank owns which element.</param>
    /// <param name="order">Axes of this rank's memory from the slowest to the fastest; null where it has gaps.</param>
    /// <param name="numbering">How the global array is flattened.</param>
    /// <param name="failure">Why this rank cannot go on, or null; thrown on every rank.</param>
    /// <remarks><b>Collective.</b> One all-reduce where the map is there on every rank.</remarks>
    public unsafe TMap Get(Distribution distribution, int[]? order, MemoryOrder numbering, Exception? failure)
    {
        ICommunicator communicator = distribution.Communicator;
        List<Entry> list = _lists.GetOrCreateValue(communicator);
        // All ranks add to their lists together, so that a place in the list is the same map on all.
        int hit = failure is not null ? -2 : list.FindLastIndex(entry => entry.Numbering == numbering && entry.Order.AsSpan().SequenceEqual(order) && entry.Distribution == distribution);
        long* ends = stackalloc long[2] { hit, -hit };
        if (communicator.Size > 1) communicator.Allreduce(ends, ends, 2, Operation<long>.Min);
        if (ends[0] == -2) TrilinosCall.Agree(communicator, failure);
        if (ends[0] >= 0 && ends[0] == -ends[1]) return list[hit].Map;
        TrilinosObject.CloseAbandoned();
        TMap map = create(distribution, order!, numbering);
        if (list.Count == Capacity) list.RemoveAt(0);
        list.Add(new Entry(distribution, order!, numbering, map));
        return map;
    }

    private readonly record struct Entry(Distribution Distribution, int[] Order, MemoryOrder Numbering, TMap Map);
}
