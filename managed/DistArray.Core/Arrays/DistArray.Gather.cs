namespace DistArray;

public sealed partial class DistArray<T>
{
    private bool HasUnstructured => Distribution.DimMaps.ToArray().Any(map => map.KnowsOwnPartOnly);

    // One part of an unstructured axis may still be in another order.
    internal bool IsWholeHere => Distribution.IsReplicated && !HasUnstructured;

    /// <summary>Copies the whole array to one rank, in row-major order (last index fastest).</summary>
    /// <param name="root">Rank that gets it.</param>
    /// <returns>A new array of <see cref="Size"/> elements on the root, null elsewhere.</returns>
    /// <exception cref="InvalidOperationException">There are more elements than a .NET array can hold.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks><b>Collective.</b> One gather of sizes and one of all elements.</remarks>
    public T[]? Gather(int root = 0)
    {
        ICommunicator comm = Distribution.Communicator;
        if ((uint)root >= (uint)comm.Size)
            throw new ArgumentOutOfRangeException(nameof(root), root, $"There is no root rank {root}: the communicator has {comm.Size}. Use 0 to {comm.Size - 1}.");
        if (Size > Array.MaxLength) throw new InvalidOperationException($"Gather: {Size} elements are more than a .NET array can hold ({Array.MaxLength}). Work on LocalView, or write the array to a file.");
        if (IsWholeHere) return comm.Rank == root ? LocalToArray() : null;
        T[] mine = Distribution.IsPrimary ? LocalToArray() : [];
        long[]? counts = comm.Gather(mine.LongLength, root);
        T[] parts = new T[counts?.Sum() ?? 0];
        comm.Gather<T>(mine, parts, counts, root);
        long[][]? unstructured = GatherIndices(root);
        return counts is null ? null : Assemble(parts, counts, unstructured!);
    }

    /// <summary>Copies the whole array to every rank, in row-major order (last index fastest).</summary>
    /// <returns>A new array of <see cref="Size"/> elements.</returns>
    /// <exception cref="InvalidOperationException">There are more elements than a .NET array can hold.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks><b>Collective.</b> A <see cref="Gather"/> and a broadcast.</remarks>
    public T[] ToArray()
    {
        if (IsWholeHere) return LocalToArray();
        T[] all = Gather(0) ?? new T[Size];
        Distribution.Communicator.Broadcast<T>(all, 0);
        return all;
    }

    // Each rank's global indices along the unstructured axes, each with their number before: the root cannot compute those.
    private long[][]? GatherIndices(int root)
    {
        ICommunicator comm = Distribution.Communicator;
        var mine = new List<long>();
        for (int axis = 0; axis < NDim && Distribution.IsPrimary; axis++)
        {
            if (!Distribution.DimMaps[axis].KnowsOwnPartOnly) continue;
            long[] own = OwnedElements.GlobalIndices(Distribution.DimMaps[axis], Distribution.GridCoordinates[axis]);
            mine.Add(own.Length);
            mine.AddRange(own);
        }
        if (!HasUnstructured) return new long[comm.Size][];
        long[]? counts = comm.Gather((long)mine.Count, root);
        var all = new long[counts?.Sum() ?? 0];
        comm.Gather<long>(mine.ToArray(), all, counts, root);
        if (counts is null) return null;
        var indices = new long[comm.Size][];
        for (int r = 0, start = 0; r < comm.Size; start += (int)counts[r++]) indices[r] = all[start..(start + (int)counts[r])];
        return indices;
    }

    private T[] Assemble(T[] parts, long[] counts, long[][] unstructured)
    {
        var whole = new T[Size];
        long start = 0;
        for (int rank = 0; rank < counts.Length; rank++)
        {
            if (counts[rank] > 0) Place(whole, parts.AsSpan((int)start, (int)counts[rank]), AxisIndices(rank, unstructured[rank]), Shape);
            start += counts[rank];
        }
        return whole;
    }

    private long[][] AxisIndices(int rank, long[]? unstructured)
    {
        int[] coordinates = Distribution.CoordinatesOf(rank);
        var indices = new long[NDim][];
        int at = 0;
        for (int axis = 0; axis < NDim; axis++)
        {
            DimMap map = Distribution.DimMaps[axis];
            if (!map.KnowsOwnPartOnly)
            {
                indices[axis] = OwnedElements.GlobalIndices(map, coordinates[axis]);
                continue;
            }
            int count = (int)unstructured![at];
            indices[axis] = unstructured[(at + 1)..(at + 1 + count)];
            at += 1 + count;
        }
        return indices;
    }

    private static void Place(T[] whole, ReadOnlySpan<T> part, long[][] indices, ReadOnlySpan<long> shape)
    {
        var position = new int[indices.Length];
        for (int i = 0; i < part.Length; i++)
        {
            long offset = 0;
            for (int axis = 0; axis < indices.Length; axis++) offset = (offset * shape[axis]) + indices[axis][position[axis]];
            whole[offset] = part[i];
            for (int axis = indices.Length - 1; axis >= 0 && ++position[axis] == indices[axis].Length; axis--) position[axis] = 0;
        }
    }
}
