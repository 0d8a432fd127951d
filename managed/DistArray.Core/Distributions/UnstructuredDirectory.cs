namespace DistArray;

/// <summary>Who owns which index of an unstructured axis, spread over the ranks: rank r keeps the r-th block of ceil(size / ranks) indices.</summary>
internal static class UnstructuredDirectory
{
    /// <summary>What is wrong with this rank's own indices, or null.</summary>
    public static Exception? Problem(ICommunicator axis, long size, long[] indices)
    {
        if (size < 0) return new ArgumentOutOfRangeException(nameof(size), $"The size {size} is negative.");
        foreach (long index in indices)
            if ((ulong)index >= (ulong)size) return new ArgumentOutOfRangeException(nameof(indices), $"Index {index} is outside of an axis of size {size}.");
        var seen = new HashSet<long>();
        foreach (long index in indices)
            if (!seen.Add(index)) return new ArgumentException($"Index {index} is there twice on part {axis.Rank}.");
        return null;
    }

    /// <summary>This rank's block of the directory.</summary>
    /// <exception cref="RankFailedException">The sizes differ, or an index has no owner or two.</exception>
    public static (int Part, int Local)[] Build(ICommunicator axis, long size, long[] indices)
    {
        long largest = axis.Allreduce(size, Operation<long>.Max);
        axis.ThrowIfAny(size != largest ? new ArgumentException($"The axis has size {size} here and {largest} on another rank.") : null);
        long block = Block(axis, size);
        var (asked, counts, _) = Route(axis, block, indices);
        long[] received = Exchange(axis, asked.Indices, counts, out long[] from);
        long[] locals = Exchange(axis, Array.ConvertAll(asked.Positions, position => (long)position), counts, out _);

        long start = Math.Min(axis.Rank * block, size);
        var directory = new (int Part, int Local)[Math.Min(block, size - start)];
        Array.Fill(directory, (-1, -1));
        Exception? problem = null;
        for (int part = 0, i = 0; part < axis.Size; part++)
        {
            for (long end = i + from[part]; i < end; i++)
            {
                ref (int Part, int Local) entry = ref directory[received[i] - start];
                if (entry.Part >= 0) problem ??= new ArgumentException($"Index {received[i]} is on part {entry.Part} and on part {part}. Every index belongs to one part.");
                entry = (part, (int)locals[i]);
            }
        }
        int missing = Array.FindIndex(directory, entry => entry.Part < 0);
        if (missing >= 0) problem ??= new ArgumentException($"Index {start + missing} is on no part. Every index belongs to one part.");
        axis.ThrowIfAny(problem);
        return directory;
    }

    /// <summary>Asks the ranks that know.</summary>
    public static (int Part, int Local)[] Ask(ICommunicator axis, long size, (int Part, int Local)[] directory, long[] indices)
    {
        long block = Block(axis, size);
        var (asked, counts, order) = Route(axis, block, indices);
        long[] questions = Exchange(axis, asked.Indices, counts, out long[] from);
        long start = axis.Rank * block;
        long[] replies = Array.ConvertAll(questions, index => ((long)directory[index - start].Part << 32) | (uint)directory[index - start].Local);
        var answers = new long[indices.Length];
        axis.Alltoall<long>(replies, from, answers, counts);
        var found = new (int Part, int Local)[indices.Length];
        for (int i = 0; i < answers.Length; i++) found[order[i]] = ((int)(answers[i] >> 32), (int)(uint)answers[i]);
        return found;
    }

    private static long Block(ICommunicator axis, long size) => Math.Max(1, (size + axis.Size - 1) / axis.Size);

    // The indices in the order of the ranks that keep their entries, with their positions before.
    private static ((long[] Indices, int[] Positions) Asked, long[] Counts, int[] Order) Route(ICommunicator axis, long block, long[] indices)
    {
        var counts = new long[axis.Size];
        foreach (long index in indices) counts[index / block]++;
        int[] order = [.. Enumerable.Range(0, indices.Length)];
        Array.Sort(Array.ConvertAll(indices, index => index / block), order);
        return ((Array.ConvertAll(order, position => indices[position]), order), counts, order);
    }

    private static long[] Exchange(ICommunicator axis, long[] values, long[] counts, out long[] from)
    {
        from = new long[axis.Size];
        axis.Alltoall<long>(counts, from);
        var received = new long[from.Sum()];
        axis.Alltoall<long>(values, counts, received, from);
        return received;
    }
}
