namespace DistArray;

/// <summary>A communicator whose ranks live in one process: <see cref="SelfCommunicator"/> and <see cref="ThreadCommunicator"/>.</summary>
/// <remarks>
/// <para>Messages are copied when they are sent, so a send never blocks. Collective calls are checked: ranks that call different operations,
/// counts, types or roots throw on every rank. Where every rank waits for another one, all throw and say who waits in what.</para>
/// <para>A rank is one thread.</para>
/// </remarks>
public abstract unsafe partial class InProcessCommunicator : ICommunicator
{
    private readonly InProcessGroup _group;
    private long _calls;
    private bool _disposed;

    private protected InProcessCommunicator(InProcessGroup group, int rank)
    {
        _group = group;
        Rank = rank;
    }

    /// <inheritdoc/>
    public int Rank { get; }

    /// <inheritdoc/>
    public int Size => _group.Size;

    /// <inheritdoc/>
    public bool IsCongruentTo(ICommunicator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Size == 1 && other.Size == 1)
            || (other is InProcessCommunicator { _group: var group } && group.World == _group.World && group.WorldRanks.AsSpan().SequenceEqual(_group.WorldRanks));
    }

    /// <inheritdoc/>
    public ICommunicator? Split(int color, int key)
    {
        if (color < 0 && color != ICommunicator.Undefined)
            throw new ArgumentOutOfRangeException(nameof(color), color, $"Split: the color {color} is negative. Use 0 or more, or ICommunicator.Undefined.");
        var part = new CollectivePart { Signature = "Split", Color = color, Key = key };
        Collective(part, SplitGroup);
        return part.Result is null ? null : Create(part.Result, part.ResultRank);
    }

    /// <inheritdoc/>
    public ICommunicator Duplicate()
    {
        var part = new CollectivePart { Signature = "Duplicate" };
        Collective(part, SplitGroup);
        return Create(part.Result!, part.ResultRank);
    }

    /// <summary>Ends the use of this communicator by this rank.</summary>
    public void Dispose()
    {
        _disposed = true;
        GC.SuppressFinalize(this);
    }

    private protected abstract InProcessCommunicator Create(InProcessGroup group, int rank);

    private void SplitGroup(CollectivePart[] parts)
    {
        foreach (var members in Enumerable.Range(0, Size).Where(rank => parts[rank].Color >= 0).GroupBy(rank => parts[rank].Color))
        {
            int[] ranks = [.. members.OrderBy(rank => parts[rank].Key).ThenBy(rank => rank)];
            var group = new InProcessGroup(_group.World, Array.ConvertAll(ranks, rank => _group.WorldRanks[rank]));
            for (int i = 0; i < ranks.Length; i++)
                (parts[ranks[i]].Result, parts[ranks[i]].ResultRank) = (group, i);
        }
    }

    private void Collective(CollectivePart part, Action<CollectivePart[]> work) => Start(part, work).Wait();

    private InProcessRequest Start(CollectivePart part, Action<CollectivePart[]> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _group.Enter(Rank, _calls++, part, work);
    }

    private void CheckRoot(int root)
    {
        if ((uint)root >= (uint)Size)
            throw new ArgumentOutOfRangeException(nameof(root), root, $"There is no root rank {root}: this communicator has {Size}. Use 0 to {Size - 1}.");
    }

    private static void CheckBuffer(void* buffer, long count, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (buffer is null && count > 0) throw new ArgumentNullException(name, $"The buffer is null, but {count} elements were asked for.");
    }

    private static void CheckCounts(ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, int size, string name)
    {
        if (counts.Length != size || displacements.Length != size)
            throw new ArgumentException($"There are {counts.Length} counts and {displacements.Length} displacements for {size} ranks. Give one each a rank.", name);
        for (int r = 0; r < size; r++)
        {
            if (counts[r] < 0 || displacements[r] < 0)
                throw new ArgumentOutOfRangeException(name, $"The count {counts[r]} or displacement {displacements[r]} of rank {r} is negative.");
        }
    }
}
