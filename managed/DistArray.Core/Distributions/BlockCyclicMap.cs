namespace DistArray;

/// <summary>An axis cut into blocks of one size that are dealt out to the parts in turn (the protocol's c with a block size).</summary>
/// <remarks>With nb whole blocks and P parts, the partial block at the end, if any, lies on part nb mod P.</remarks>
public class BlockCyclicMap : DimMap
{
    /// <summary>Cuts an axis.</summary>
    /// <param name="size">Number of indices.</param>
    /// <param name="parts">Number of parts.</param>
    /// <param name="blockSize">Indices of a block, 1 or more.</param>
    public BlockCyclicMap(long size, int parts, int blockSize) : base(size, parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockSize, 1);
        BlockSize = blockSize;
        CheckLargest(Count(0));
        CheckLargest(Count((int)(size / blockSize % parts)));
    }

    /// <inheritdoc/>
    public override char Code => 'c';

    /// <summary>Indices of a block.</summary>
    public int BlockSize { get; }

    /// <inheritdoc/>
    public override int LocalSize(int part) => (int)Count(CheckPart(part));

    /// <inheritdoc/>
    public override int Owner(long index) => (int)(CheckIndex(index) / BlockSize % Parts);

    /// <inheritdoc/>
    public override int GlobalToLocal(long index) => (int)((CheckIndex(index) / BlockSize / Parts * BlockSize) + (index % BlockSize));

    /// <inheritdoc/>
    public override long LocalToGlobal(int part, int local)
    {
        CheckLocal(part, local);
        return ((((long)(local / BlockSize) * Parts) + part) * BlockSize) + (local % BlockSize);
    }

    /// <inheritdoc/>
    public override IEnumerable<IndexRun> Runs(int part)
    {
        int size = LocalSize(part);
        return Blocks();

        IEnumerable<IndexRun> Blocks()
        {
            if (Parts == 1 && size > 0) yield return new IndexRun(0, 0, size);
            for (int local = 0; Parts > 1 && local < size; local += Math.Min(BlockSize, size - local))
                yield return new IndexRun(LocalToGlobal(part, local), local, Math.Min(BlockSize, size - local));
        }
    }

    internal override IndexRange RunOf(long index)
    {
        if (Parts == 1) return new IndexRange(0, Size);
        long start = CheckIndex(index) / BlockSize * BlockSize;
        return new IndexRange(start, Math.Min(start + BlockSize, Size));
    }

    /// <summary>How many indices of a part are smaller than an index, which may be the size of the axis.</summary>
    internal int CountBelow(int part, long index)
    {
        long round = (long)BlockSize * Parts, rest = index % round;
        return (int)((index / round * BlockSize) + Math.Clamp(rest - ((long)part * BlockSize), 0, BlockSize));
    }

    /// <summary>"c(block size)".</summary>
    public override string ToString() => $"c({BlockSize})";

    private protected override bool EqualsSameExtents(DimMap other) => other is BlockCyclicMap cyclic && cyclic.BlockSize == BlockSize;

    private long Count(int part)
    {
        long blocks = Size / BlockSize;
        int last = (int)(blocks % Parts);
        return (BlockSize * (blocks / Parts)) + (part < last ? BlockSize : part == last ? Size % BlockSize : 0);
    }
}
