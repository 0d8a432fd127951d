namespace DistArray;

/// <summary>Which part of a process grid's axis owns which index of an array's axis.</summary>
/// <remarks>The kinds are those of the Distributed Array Protocol: <see cref="ReplicatedMap"/> (n), <see cref="BlockMap"/> (b), <see cref="CyclicMap"/> and
/// <see cref="BlockCyclicMap"/> (c), <see cref="UnstructuredMap"/> (u). A map costs what this rank holds, not the whole axis.</remarks>
public abstract class DimMap : IEquatable<DimMap>
{
    private protected DimMap(long size, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        Size = size;
        Parts = parts;
    }

    /// <summary>Global number of indices.</summary>
    public long Size { get; }

    /// <summary>Number of parts: the extent of the process grid along this axis.</summary>
    public int Parts { get; }

    /// <summary>The protocol's letter for the kind: n, b, c or u.</summary>
    public abstract char Code { get; }

    /// <summary>Number of indices that a part owns.</summary>
    /// <param name="part">Part, 0 to Parts - 1.</param>
    public abstract int LocalSize(int part);

    /// <summary>The part that owns an index.</summary>
    /// <param name="index">Global index.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside of the axis.</exception>
    public abstract int Owner(long index);

    /// <summary>Where an index lies on the part that owns it.</summary>
    /// <param name="index">Global index.</param>
    /// <returns>Local index.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside of the axis.</exception>
    public abstract int GlobalToLocal(long index);

    /// <summary>The global index of a local one.</summary>
    /// <param name="part">Part, 0 to Parts - 1.</param>
    /// <param name="local">Local index, 0 to LocalSize(part) - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part or local index.</exception>
    public abstract long LocalToGlobal(int part, int local);

    /// <summary>The indices that a part owns as contiguous runs, in the order of the local indices.</summary>
    /// <param name="part">Part, 0 to Parts - 1.</param>
    public abstract IEnumerable<IndexRun> Runs(int part);

    /// <summary>Whether a rank knows its own part alone, so that questions about others need communication.</summary>
    internal virtual bool KnowsOwnPartOnly => false;

    /// <summary>The longest range of indices around one that are neighbours on one part, too.</summary>
    /// <param name="index">Global index; of this rank's part where the axis is unstructured.</param>
    internal abstract IndexRange RunOf(long index);

    /// <summary>Whether a part owns an index.</summary>
    /// <param name="part">Part, 0 to Parts - 1.</param>
    /// <param name="index">Global index.</param>
    /// <param name="local">Its local index, when the result is true.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside of the axis.</exception>
    public virtual bool TryGetLocal(int part, long index, out int local)
    {
        local = GlobalToLocal(index);
        return Owner(index) == part;
    }

    /// <summary>Whether two maps give every index to the same place.</summary>
    /// <param name="left">A map.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(DimMap? left, DimMap? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two maps give an index to different places.</summary>
    /// <param name="left">A map.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(DimMap? left, DimMap? right) => !(left == right);

    /// <summary>Whether another map gives every index to the same place. All structured maps of one part do.</summary>
    /// <param name="other">Another map.</param>
    public bool Equals(DimMap? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null || Size != other.Size || Parts != other.Parts) return false;
        if (KnowsOwnPartOnly != other.KnowsOwnPartOnly) return false;
        return (Parts == 1 && !KnowsOwnPartOnly) || EqualsSameExtents(other);
    }

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as DimMap);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(Size, Parts);

    private protected abstract bool EqualsSameExtents(DimMap other);

    private protected long CheckIndex(long index) => (ulong)index < (ulong)Size
        ? index
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"Index {index} is outside of an axis of size {Size}.");

    private protected int CheckPart(int part) => (uint)part < (uint)Parts
        ? part
        : throw new ArgumentOutOfRangeException(nameof(part), part, $"There is no part {part}: the axis is divided into {Parts}.");

    private protected int CheckLocal(int part, int local)
    {
        int size = LocalSize(part);
        return (uint)local < (uint)size ? local : throw new ArgumentOutOfRangeException(nameof(local), local, $"Local index {local} is outside of part {part}, which owns {size}.");
    }

    private protected static void CheckLargest(long largest)
    {
        if (largest > int.MaxValue)
            throw new ArgumentException($"A part would own {largest} indices of one axis, but local indices end at {int.MaxValue}. Divide the axis into more parts.");
    }
}
