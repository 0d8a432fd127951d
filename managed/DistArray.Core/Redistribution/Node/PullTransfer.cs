namespace DistArray;

/// <summary>Elements that this rank reads out of another one's memory.</summary>
internal sealed unsafe class PullTransfer : OwnTransfer
{
    private const int BufferBytes = 128 << 10;
    private const int LeastLocalRun = 1024; // else into a buffer first

    private readonly INodeMemory _node;
    private readonly int _rank;
    private readonly IndexList[] _remoteLists;
    private readonly LocalOperand _remote;
    private readonly IndexList[] _localLists;
    private readonly LocalOperand _local;
    private readonly BoxTransfer _unpack;
    private readonly int _elementSize;
    private readonly bool _reversed;
    private readonly bool _buffers;

    /// <summary>Describes the transfer.</summary>
    /// <param name="node">How to read.</param>
    /// <param name="rank">Whose memory.</param>
    /// <param name="remoteLists">Indices there.</param>
    /// <param name="remote">Where they lie there.</param>
    /// <param name="localLists">Indices here.</param>
    /// <param name="local">Where they lie here.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <param name="leastStreamed">Bytes of the transfer from which on what is written passes the caches by.</param>
    public PullTransfer(INodeMemory node, int rank, IndexList[] remoteLists, LocalOperand remote, IndexList[] localLists, LocalOperand local, int elementSize, long leastStreamed)
        : base(IndexBox.Size(remoteLists))
    {
        _node = node;
        _rank = rank;
        _unpack = new BoxTransfer(localLists, local, elementSize, packs: false) { LeastStreamed = leastStreamed };
        _elementSize = elementSize;
        _reversed = MemoryRuns.IsReversed(remoteLists, remote);
        _remoteLists = MemoryRuns.InOrder(remoteLists, _reversed);
        _remote = MemoryRuns.InOrder(remote, _reversed);
        _localLists = MemoryRuns.InOrder(localLists, _reversed);
        _local = MemoryRuns.InOrder(local, _reversed);
        _buffers = MemoryRuns.AverageRun(_localLists, _local, elementSize) < LeastLocalRun;
    }

    /// <summary>Whether the other rank's memory could be read so far.</summary>
    public bool HasFailed { get; private set; }

    public override void Copy(long first, long count)
    {
        long most = (_buffers ? BufferBytes : MemoryRuns.LeastRun * 256) / _elementSize;
        for (long done = 0; done < count && !HasFailed; done += most) CopyPart(first + done, Math.Min(most, count - done));
    }

    private void CopyPart(long first, long count)
    {
        List<MemoryPiece> remote = MemoryRuns.Of(_remoteLists, _remote, _elementSize, first, count);
        if (!_buffers)
        {
            HasFailed |= !TryRead(remote, MemoryRuns.Of(_localLists, _local, _elementSize, first, count));
            return;
        }
        using var buffer = new PooledMemory(BufferBytes);
        HasFailed |= !TryRead(remote, [new MemoryPiece((nint)buffer.Pointer, (nint)(count * _elementSize))]);
        if (!HasFailed) _unpack.Copy((byte*)buffer.Pointer, first, count, _reversed);
    }

    private bool TryRead(List<MemoryPiece> remote, List<MemoryPiece> local) =>
        _node.TryRead(_rank, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(remote), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(local));
}
