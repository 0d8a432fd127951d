namespace DistArray;

/// <summary>An axis whose parts own arbitrary indices in any order (the protocol's u).</summary>
/// <remarks>A rank holds its own indices and a slice of a directory, never the whole axis; so questions about other parts' indices are
/// answered by <see cref="Locate"/>, which is collective.</remarks>
public sealed class UnstructuredMap : DimMap
{
    private readonly ICommunicator _axis;
    private readonly long[] _indices;
    private readonly Dictionary<long, int> _locals;
    private readonly (int Part, int Local)[] _directory;
    private readonly ulong _fingerprint;

    private UnstructuredMap(ICommunicator axis, long size, long[] indices) : base(size, axis.Size)
    {
        _axis = axis;
        _indices = indices;
        _locals = new Dictionary<long, int>(indices.Length);
        for (int local = 0; local < indices.Length; local++) _locals.Add(indices[local], local);
        _directory = UnstructuredDirectory.Build(axis, size, indices);
        _fingerprint = axis.Allreduce(Fingerprint(axis.Rank, indices), Operation<ulong>.BitwiseXor);
    }

    /// <inheritdoc/>
    public override char Code => 'u';

    /// <summary>The part of this rank.</summary>
    public int Part => _axis.Rank;

    /// <summary>Global indices of this rank, in the order of the local ones.</summary>
    public ReadOnlySpan<long> Indices => _indices;

    /// <summary>Makes the map of the indices that each rank brings.</summary>
    /// <param name="axis">The ranks along the axis, one each a part; kept, and must live as long as the map.</param>
    /// <param name="size">Global number of indices, the same on every rank.</param>
    /// <param name="indices">Global indices of this rank in the order in which it stores them. Every index from 0 to size - 1 is on exactly one rank.</param>
    /// <returns>The map.</returns>
    /// <exception cref="RankFailedException">An index is outside of the axis, missing, or there twice; thrown on every rank alike.</exception>
    /// <remarks><b>Collective</b> over <paramref name="axis"/>: two exchanges in which each rank sends its own indices.</remarks>
    public static UnstructuredMap Create(ICommunicator axis, long size, ReadOnlySpan<long> indices)
    {
        ArgumentNullException.ThrowIfNull(axis);
        long[] mine = indices.ToArray();
        axis.ThrowIfAny(UnstructuredDirectory.Problem(axis, size, mine));
        return new UnstructuredMap(axis, size, mine);
    }

    /// <summary>Number of indices of this rank.</summary>
    /// <param name="part">The part of this rank.</param>
    /// <exception cref="NotSupportedException">The part is another rank's.</exception>
    public override int LocalSize(int part)
    {
        CheckOwn(part);
        return _indices.Length;
    }

    /// <summary>This rank's part, where it owns the index.</summary>
    /// <param name="index">Global index.</param>
    /// <exception cref="NotSupportedException">Another rank owns it.</exception>
    public override int Owner(long index) => _locals.ContainsKey(CheckIndex(index)) ? Part : throw Elsewhere(index);

    /// <summary>Where this rank stores an index that it owns.</summary>
    /// <param name="index">Global index.</param>
    /// <exception cref="NotSupportedException">Another rank owns it.</exception>
    public override int GlobalToLocal(long index) => _locals.TryGetValue(CheckIndex(index), out int local) ? local : throw Elsewhere(index);

    /// <summary>The global index of a local one of this rank.</summary>
    /// <param name="part">The part of this rank.</param>
    /// <param name="local">Local index.</param>
    /// <exception cref="NotSupportedException">The part is another rank's.</exception>
    public override long LocalToGlobal(int part, int local)
    {
        CheckOwn(part);
        return _indices[CheckLocal(part, local)];
    }

    /// <summary>This rank's indices as runs.</summary>
    /// <param name="part">The part of this rank.</param>
    /// <exception cref="NotSupportedException">The part is another rank's.</exception>
    public override IEnumerable<IndexRun> Runs(int part)
    {
        CheckOwn(part);
        return Cut();

        IEnumerable<IndexRun> Cut()
        {
            for (int start = 0, stop; start < _indices.Length; start = stop)
            {
                for (stop = start + 1; stop < _indices.Length && _indices[stop] == _indices[stop - 1] + 1;) stop++;
                yield return new IndexRun(_indices[start], start, stop - start);
            }
        }
    }

    internal override bool KnowsOwnPartOnly => true;

    internal override IndexRange RunOf(long index)
    {
        int local = GlobalToLocal(index), first = local, last = local;
        while (first > 0 && _indices[first - 1] == _indices[first] - 1) first--;
        while (last + 1 < _indices.Length && _indices[last + 1] == _indices[last] + 1) last++;
        return new IndexRange(_indices[first], _indices[last] + 1);
    }

    /// <inheritdoc/>
    public override bool TryGetLocal(int part, long index, out int local)
    {
        CheckOwn(part);
        return _locals.TryGetValue(CheckIndex(index), out local);
    }

    /// <summary>Finds out who owns indices, and where.</summary>
    /// <param name="indices">Global indices; each rank asks for its own.</param>
    /// <returns>Part and local index of each.</returns>
    /// <exception cref="RankFailedException">An index is outside of the axis; thrown on every rank alike.</exception>
    /// <remarks><b>Collective</b> over the ranks of the axis: two exchanges of what is asked for.</remarks>
    public (int Part, int Local)[] Locate(ReadOnlySpan<long> indices)
    {
        long[] asked = indices.ToArray();
        long bad = Array.Find(asked, index => (ulong)index >= (ulong)Size);
        bool outside = Array.Exists(asked, index => (ulong)index >= (ulong)Size);
        _axis.ThrowIfAny(outside ? new ArgumentOutOfRangeException(nameof(indices), $"Index {bad} is outside of an axis of size {Size}.") : null);
        return UnstructuredDirectory.Ask(_axis, Size, _directory, asked);
    }

    /// <summary>"u".</summary>
    public override string ToString() => "u";

    // The fingerprint was agreed upon, so that the answer is the same on every rank.
    private protected override bool EqualsSameExtents(DimMap other) => other is UnstructuredMap map && map._fingerprint == _fingerprint;

    private static ulong Fingerprint(int part, long[] indices)
    {
        ulong sum = 0;
        for (int local = 0; local < indices.Length; local++)
        {
            // SplitMix64 of (part, local, index): exclusive or over all indices does not depend on their order.
            ulong x = Mix(Mix(Mix((ulong)part) + (ulong)local) + (ulong)indices[local]);
            sum ^= x;
        }
        return sum;
    }

    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    private void CheckOwn(int part)
    {
        if (CheckPart(part) != Part)
            throw new NotSupportedException($"The indices of part {part} of an unstructured axis are known to its own rank alone; this one is part {Part}. Ask Locate, on every rank.");
    }

    private NotSupportedException Elsewhere(long index) =>
        new($"Index {index} of an unstructured axis is not on this rank, and only a directory on all ranks knows where it is. Ask Locate, on every rank.");
}
