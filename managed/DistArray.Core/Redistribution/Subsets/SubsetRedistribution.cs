namespace DistArray;

/// <summary>Copies arrays between groups of ranks of one communicator.</summary>
internal static class SubsetRedistribution
{
    /// <summary>Makes an array under a distribution that some ranks bring, of one that some ranks bring.</summary>
    public static DistArray<T>? Create<T>(ICommunicator communicator, DistArray<T>? source, Distribution? target, MemoryOrder? order, string operation) where T : unmanaged
    {
        int[] sources = RankGroup.Find(communicator, source?.Distribution.Communicator, "an array"), targets = RankGroup.Find(communicator, target?.Communicator, "a distribution");
        // Only the owners of unstructured axes know these: such arrays go by way of blocks over their own ranks.
        using DistArray<T>? blocks = source is not null && Redistribution.HasUnstructured(source.Distribution) ? Redistribution.Create(source, Blocks(source.Distribution), null, operation) : null;
        Distribution? plain = target is not null && Redistribution.HasUnstructured(target) ? Blocks(target) : target;

        Distribution from = Tell(communicator, (blocks ?? source)?.Distribution, sources), to = Tell(communicator, plain, targets);
        if (!from.Shape.SequenceEqual(to.Shape)) throw new ShapeMismatchException(operation, from.Shape, to.Shape);
        DistArray<T>? made = null;
        try
        {
            Redistribution.Carry<T>(from, to, () =>
            {
                if (plain is not null) made = DistArray<T>.Allocate(plain, order ?? source?.Order ?? MemoryOrder.RowMajor, zero: plain.HasHalo);
                return ExchangeEnds.Open(blocks ?? source, made);
            }, ExchangeOptions.Default);
            GC.KeepAlive(source);
            if (made is null || ReferenceEquals(plain, target)) return made;
            using DistArray<T> passing = made;
            return Redistribution.Create(passing, target!, order, operation);
        }
        catch
        {
            made?.Dispose();
            throw;
        }
    }

    private static Distribution Blocks(Distribution distribution) =>
        new(distribution.Communicator, distribution.Shape, new string('b', distribution.NDim));

    // Every rank gets the distribution over all ranks: members from their own, others from the first member.
    private static Distribution Tell(ICommunicator communicator, Distribution? mine, int[] ranks)
    {
        long[] numbers = communicator.Rank == ranks[0] ? mine!.ToNumbers(ranks) : [];
        long length = numbers.Length;
        communicator.Broadcast(ref length, ranks[0]);
        if (communicator.Rank != ranks[0]) numbers = new long[length];
        communicator.Broadcast<long>(numbers, ranks[0]);
        return mine is null ? Distribution.FromNumbers(communicator, numbers) : mine.Over(communicator, ranks);
    }
}
