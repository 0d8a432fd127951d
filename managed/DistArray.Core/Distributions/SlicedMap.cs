using System.Collections.Concurrent;

namespace DistArray;

/// <summary>Every step-th index of an axis, each on the part where it was: the map of a slice that no other kind of map describes.</summary>
/// <remarks>Local indices ascend with the global ones; over an unstructured axis they keep their order.</remarks>
public sealed class SlicedMap : DimMap
{
    private readonly DimMap _source;
    private readonly long _start;
    private readonly long _step;
    private readonly ConcurrentDictionary<int, PartIndices> _parts = new();

    private SlicedMap(DimMap source, long start, long step, long count) : base(count, source.Parts)
    {
        _source = source;
        _start = start;
        _step = step;
    }

    /// <summary>The protocol's u: a rank lists its indices.</summary>
    public override char Code => 'u';

    /// <summary>Takes every step-th index of an axis.</summary>
    /// <param name="source">Map of the axis.</param>
    /// <param name="start">First index taken.</param>
    /// <param name="step">Step, not 0; negative to go down.</param>
    /// <param name="count">Number of indices taken, all of which lie on the axis.</param>
    /// <returns>A map that leaves every index where it is: of the source's kind where that can describe it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The slice does not lie on the axis.</exception>
    /// <remarks>Local.</remarks>
    public static DimMap Create(DimMap source, long start, long step, long count)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfZero(step);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > 0 && ((ulong)start >= (ulong)source.Size || (ulong)(start + ((count - 1) * step)) >= (ulong)source.Size))
            throw new ArgumentOutOfRangeException(nameof(start), $"{count} indices from {start} in steps of {step} are outside of an axis of size {source.Size}.");
        if (count == 0) (start, step) = (0, 1);
        if (count == 1) step = 1;
        if (start == 0 && step == 1 && count == source.Size) return source;
        return source switch
        {
            ReplicatedMap => new ReplicatedMap(count),
            { Parts: 1 } and not (UnstructuredMap or SlicedMap { _source: UnstructuredMap }) => new ReplicatedMap(count),
            BlockMap block when step > 0 => block.Sliced(start, step, count),
            CyclicMap cyclic when step == 1 && start % cyclic.Parts == 0 => new CyclicMap(count, cyclic.Parts),
            BlockCyclicMap cyclic when step == 1 && start % ((long)cyclic.Parts * cyclic.BlockSize) == 0 => new BlockCyclicMap(count, cyclic.Parts, cyclic.BlockSize),
            SlicedMap sliced => Create(sliced._source, sliced._start + (start * sliced._step), step * sliced._step, count),
            _ => new SlicedMap(source, start, step, count),
        };
    }

    /// <inheritdoc/>
    public override int LocalSize(int part) => Part(part).Global.Length;

    /// <inheritdoc/>
    public override int Owner(long index) => _source.Owner(SourceIndex(index));

    /// <inheritdoc/>
    public override int GlobalToLocal(long index) => Part(Owner(index)).Local(index);

    /// <inheritdoc/>
    public override long LocalToGlobal(int part, int local)
    {
        CheckLocal(part, local);
        return Part(part).Global[local];
    }

    /// <inheritdoc/>
    public override bool TryGetLocal(int part, long index, out int local)
    {
        local = -1;
        if (!_source.TryGetLocal(part, SourceIndex(index), out _)) return false;
        local = Part(part).Local(index);
        return true;
    }

    /// <inheritdoc/>
    public override IEnumerable<IndexRun> Runs(int part)
    {
        long[] indices = Part(part).Global;
        for (int start = 0, stop; start < indices.Length; start = stop)
        {
            for (stop = start + 1; stop < indices.Length && indices[stop] == indices[stop - 1] + 1;) stop++;
            yield return new IndexRun(indices[start], start, stop - start);
        }
    }

    internal override bool KnowsOwnPartOnly => Unstructured is not null;

    internal override IndexRange RunOf(long index)
    {
        IndexRange run = _source.RunOf(SourceIndex(index));
        long first = _step > 0 ? DivideUp(run.Start - _start, _step) : DivideUp(_start - (run.Stop - 1), -_step);
        long last = _step > 0 ? DivideDown(run.Stop - 1 - _start, _step) : DivideDown(_start - run.Start, -_step);
        return Within(first, last);

        // An unstructured part whose neighbours lie the other way around in memory has no longer run.
        IndexRange Within(long low, long high) => _step < 0 && Unstructured is not null ? new IndexRange(index, index + 1) : new IndexRange(Math.Max(low, 0), Math.Min(high + 1, Size));
    }

    /// <summary>Of what this is a slice.</summary>
    internal (DimMap Source, long Start, long Step) Slice => (_source, _start, _step);

    /// <summary>The unstructured axis of which this is a slice, or null.</summary>
    internal UnstructuredMap? Unstructured => _source as UnstructuredMap;

    /// <summary>The index of the source.</summary>
    internal long SourceIndex(long index) => _start + (CheckIndex(index) * _step);

    /// <summary>The local indices that a slice takes of a part, in the order of the local indices of the map that <see cref="Create"/> returns.</summary>
    internal static LocalPick Pick(DimMap source, int part, long start, long step, long count)
    {
        if (count == 0) return new LocalPick(0, 1, 0);
        if (source is ReplicatedMap) return new LocalPick((int)start, (int)Math.Clamp(step, int.MinValue, int.MaxValue), (int)count);
        if (source is BlockMap block)
        {
            long low = block.Start(part), high = block.Stop(part);
            long first = Math.Max(0, step > 0 ? DivideUp(low - start, step) : DivideUp(start - (high - 1), -step));
            long last = Math.Min(count - 1, step > 0 ? DivideDown(high - 1 - start, step) : DivideDown(start - low, -step));
            return low == high || last < first ? new LocalPick(0, 1, 0) : new LocalPick((int)(start + (first * step) - low), last == first ? 1 : (int)step, (int)(last - first + 1));
        }
        return LocalPick.Of(Take(source, part, start, step, count).SourceLocals);
    }

    /// <summary>"b[start::step]", of the source.</summary>
    public override string ToString() => $"{_source}[{_start}::{_step}]";

    private protected override bool EqualsSameExtents(DimMap other) =>
        other is SlicedMap sliced && _start == sliced._start && _step == sliced._step && _source == sliced._source;

    private PartIndices Part(int part) => _parts.GetOrAdd(CheckPart(part), p => Take(_source, p, _start, _step, Size));

    private static PartIndices Take(DimMap source, int part, long start, long step, long count)
    {
        var taken = new List<(long Global, int Local)>();
        foreach (IndexRun run in source.Runs(part))
        {
            long low = run.GlobalStart, high = run.GlobalStart + run.Count - 1;
            long first = Math.Max(0, step > 0 ? DivideUp(low - start, step) : DivideUp(start - high, -step));
            long last = Math.Min(count - 1, step > 0 ? DivideDown(high - start, step) : DivideDown(start - low, -step));
            for (long index = first; index <= last; index++) taken.Add((index, run.LocalStart + (int)(start + (index * step) - low)));
        }
        bool unstructured = source is UnstructuredMap or SlicedMap { _source: UnstructuredMap };
        if (unstructured) taken.Sort((a, b) => a.Local.CompareTo(b.Local));
        else taken.Sort((a, b) => a.Global.CompareTo(b.Global));
        return new PartIndices([.. taken.Select(one => one.Global)], [.. taken.Select(one => one.Local)], unstructured);
    }

    private static long DivideUp(long value, long by) => -DivideDown(-value, by);

    private static long DivideDown(long value, long by) => value >= 0 ? value / by : -((-value + by - 1) / by);

    /// <summary>What a part has of the slice: global indices and the source's local ones, by local index.</summary>
    private sealed class PartIndices(long[] global, int[] sourceLocals, bool unordered)
    {
        private readonly Dictionary<long, int>? _locals = unordered ? global.Select((index, local) => (index, local)).ToDictionary(pair => pair.index, pair => pair.local) : null;

        public long[] Global => global;

        public int[] SourceLocals => sourceLocals;

        public int Local(long index) => _locals is null ? Array.BinarySearch(global, index) : _locals[index];
    }
}
