namespace DistArray.Trilinos;

/// <summary>The distribution of one axis that a list of global indices a rank amounts to.</summary>
internal static class MapStructure
{
    /// <summary>Block where the ranks have ranges one after another, cyclic and block-cyclic where they are dealt out, else unstructured.</summary>
    /// <exception cref="RankFailedException">The indices are not 0 to size - 1, each on one rank.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static Distribution Find(ICommunicator communicator, long size, ReadOnlySpan<long> numbers)
    {
        if (GlobalNumbering.IsContiguous(communicator, numbers))
        {
            long[] counts = communicator.Allgather((long)numbers.Length);
            var bounds = new long[counts.Length + 1];
            for (int rank = 0; rank < counts.Length; rank++) bounds[rank + 1] = bounds[rank] + counts[rank];
            if (bounds[^1] == size) return new Distribution(communicator, [BlockMap.FromBounds(bounds)]);
        }
        // Rank 0 of dealt-out blocks has the first of them: its length is the block size.
        int block = 1;
        while (block < numbers.Length && numbers[block] == numbers[0] + block) block++;
        communicator.Broadcast(ref block, 0);
        var dealt = block == 1 ? new CyclicMap(size, communicator.Size) : new BlockCyclicMap(size, communicator.Size, block);
        if (communicator.Allreduce(IsOf(dealt, communicator.Rank, numbers) ? 1 : 0, Operation<int>.Min) == 1) return new Distribution(communicator, [dealt]);
        return new Distribution(communicator, [UnstructuredMap.Create(communicator, size, numbers)]);
    }

    private static bool IsOf(DimMap map, int part, ReadOnlySpan<long> numbers)
    {
        if (map.LocalSize(part) != numbers.Length) return false;
        foreach (IndexRun run in map.Runs(part))
            for (int i = 0; i < run.Count; i++)
                if (numbers[run.LocalStart + i] != run.GlobalStart + i) return false;
        return true;
    }
}
