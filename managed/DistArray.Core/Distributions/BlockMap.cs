namespace DistArray;

/// <summary>An axis divided into one contiguous block a part (the protocol's b).</summary>
public sealed class BlockMap : DimMap
{
    private readonly long _block;     // blocks of this size, the last ones shorter or empty; 0 for the other two
    private readonly long[]? _bounds; // irregular; null and _block 0 mean balanced
    private readonly BlockMap? _source; // the map of which this is a slice, from a start in steps
    private readonly long _start;
    private readonly long _step;

    /// <summary>Divides an axis into blocks of ceil(size / parts), the last ones shorter or empty.</summary>
    /// <param name="size">Number of indices.</param>
    /// <param name="parts">Number of blocks.</param>
    public BlockMap(long size, int parts) : this(size, parts, null, balanced: false) { }

    private BlockMap(long size, int parts, long[]? bounds, bool balanced) : base(size, parts)
    {
        _bounds = bounds;
        if (!balanced && bounds is null) _block = Math.Max(1, (size + parts - 1) / parts);
        if (bounds is null) CheckLargest((size + parts - 1) / parts);
    }

    private BlockMap(BlockMap source, long start, long step, long count) : base(count, source.Parts)
    {
        _source = source;
        _start = start;
        _step = step;
    }

    /// <inheritdoc/>
    public override char Code => 'b';

    /// <summary>Divides an axis into blocks that differ by one index at most, the longer ones first.</summary>
    /// <param name="size">Number of indices.</param>
    /// <param name="parts">Number of blocks.</param>
    public static BlockMap Balanced(long size, int parts) => new(size, parts, null, balanced: true);

    /// <summary>Divides an axis at given bounds.</summary>
    /// <param name="bounds">0, the index where each further block begins, and the size: one number more than there are blocks.</param>
    /// <exception cref="ArgumentException">The bounds do not begin with 0 or do not ascend.</exception>
    public static BlockMap FromBounds(ReadOnlySpan<long> bounds)
    {
        if (bounds.Length < 2 || bounds[0] != 0)
            throw new ArgumentException($"Bounds {ShapeText.Of(bounds)} do not begin with 0 and one more bound a block.", nameof(bounds));
        for (int part = 0; part + 1 < bounds.Length; part++)
        {
            if (bounds[part + 1] < bounds[part])
                throw new ArgumentException($"Bounds must not descend, but bound {part} is {bounds[part]} and bound {part + 1} is {bounds[part + 1]}.", nameof(bounds));
            CheckLargest(bounds[part + 1] - bounds[part]);
        }
        return new BlockMap(bounds[^1], bounds.Length - 1, bounds.ToArray(), balanced: false);
    }

    /// <summary>First index of a block.</summary>
    /// <param name="part">Part, 0 to Parts - 1.</param>
    public long Start(int part) => Bound(CheckPart(part));

    /// <summary>Index after the last one of a block.</summary>
    /// <param name="part">Part, 0 to Parts - 1.</param>
    public long Stop(int part) => Bound(CheckPart(part) + 1);

    /// <inheritdoc/>
    public override int LocalSize(int part) => (int)(Stop(part) - Start(part));

    /// <inheritdoc/>
    public override int Owner(long index)
    {
        CheckIndex(index);
        if (_source is not null) return _source.Owner(_start + (index * _step));
        if (_block > 0) return (int)(index / _block);
        if (_bounds is null)
        {
            long small = Size / Parts, longer = Size % Parts, boundary = longer * (small + 1);
            return (int)(index < boundary ? index / (small + 1) : longer + ((index - boundary) / small));
        }
        int low = 0, high = Parts - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (index < _bounds[middle + 1]) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <inheritdoc/>
    public override int GlobalToLocal(long index) => (int)(index - Bound(Owner(index)));

    /// <inheritdoc/>
    public override long LocalToGlobal(int part, int local) => Start(part) + CheckLocal(part, local);

    /// <inheritdoc/>
    public override IEnumerable<IndexRun> Runs(int part)
    {
        int size = LocalSize(part);
        return size > 0 ? [new IndexRun(Start(part), 0, size)] : [];
    }

    internal override IndexRange RunOf(long index)
    {
        int part = Owner(index);
        return new IndexRange(Bound(part), Bound(part + 1));
    }

    /// <summary>Every step-th index from a start, each where it was.</summary>
    /// <param name="start">First index.</param>
    /// <param name="step">Step, 1 or more.</param>
    /// <param name="count">Number of indices.</param>
    internal BlockMap Sliced(long start, long step, long count) =>
        _source is null ? new BlockMap(this, start, step, count) : new BlockMap(_source, _start + (start * _step), step * _step, count);

    /// <summary>"b".</summary>
    public override string ToString() => "b";

    private protected override bool EqualsSameExtents(DimMap other)
    {
        if (other is not BlockMap block) return false;
        if (IsByFormula && block.IsByFormula && _block == block._block) return true;
        if (_source is not null && _source == block._source && _start == block._start && _step == block._step) return true;
        for (int part = 0; part <= Parts; part++)
            if (Bound(part) != block.Bound(part)) return false;
        return true;
    }

    private bool IsByFormula => _bounds is null && _source is null;

    private long Bound(int part)
    {
        if (_source is not null) return Math.Clamp((_source.Bound(part) - _start + _step - 1) / _step, 0, Size); // below 0 the division rounds up, too
        if (_bounds is not null) return _bounds[part];
        if (_block > 0) return Math.Min(part * _block, Size);
        return (part * (Size / Parts)) + Math.Min(part, Size % Parts);
    }
}
