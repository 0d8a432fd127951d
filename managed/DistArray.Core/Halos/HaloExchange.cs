namespace DistArray;

/// <summary>One exchange of halos under way, with the buffers that it keeps for the next one.</summary>
internal sealed unsafe partial class HaloExchange(HaloPlan plan)
{
    private static readonly HashSet<HaloExchange> s_active = [];

    private readonly List<HaloMessage> _receives = [];
    private readonly List<HaloMessage> _sends = [];
    private HaloField[] _fields = [];
    private IHaloArray[] _arrays = [];
    private HaloRules _rules = plan.Rules;
    private MemoryOwner? _receiveBuffer;
    private MemoryOwner? _sendBuffer;
    private int _count;
    private bool _adds;
    private Exception? _failure;

    private Span<HaloField> Fields => _fields.AsSpan(0, _count);

    /// <summary>Whether no other rank takes part.</summary>
    public bool IsOwn => plan.Sends.Length == 0 && plan.Receives.Length == 0;

    /// <summary>Sends what others need. A rank whose memory is gone sends that it has failed, so that nobody waits for it.</summary>
    public void Begin(ReadOnlySpan<IHaloArray> arrays, HaloRules rules, bool adds)
    {
        _rules = rules;
        _adds = adds;
        _failure = null;
        Locate(arrays);
        lock (s_active) s_active.Add(this); // the buffers of messages under way stay, whoever forgets the update
        HaloPeer[] receives = adds ? plan.Sends : plan.Receives, sends = adds ? plan.Receives : plan.Sends;
        Prepare(_receives, receives, ref _receiveBuffer, mayUnpack: !adds);
        Prepare(_sends, sends, ref _sendBuffer, mayUnpack: true);
        Receive();
        plan.Carrier.HasShifted |= rules.Shift is not null;
        BeginLinks(receives, sends, mayWait: plan.Carrier.UnderWay++ == 0 && !plan.Carrier.HasShifted);
        Send();
        if (_failure is null) CopyOwn();
    }

    /// <summary>Waits for the others' messages, and until this rank's may be changed; where functions set ghosts, their errors are agreed upon.</summary>
    public void End()
    {
        Exception? failure = Complete();
        if (_rules.HasFunctions && !_adds) plan.Carrier.Communicator.ThrowIfAny(failure);
        Throw(failure);
    }

    /// <summary>Waits for what has been started, and asks no other rank for more.</summary>
    /// <returns>What went wrong, or null.</returns>
    public Exception? Complete()
    {
        EndLinks();
        for (int i = 0; i < _receives.Count; i++) Finish(i);
        for (int i = 0; i < _sends.Count; i++) Wait(_sends[i].Request!);
        lock (s_active) s_active.Remove(this);
        plan.Carrier.UnderWay--;
        if (_failure is null) Conclude();
        Exception? failure = _failure;
        Release();
        return failure;
    }

    /// <summary>Throws what went wrong.</summary>
    public static void Throw(Exception? failure)
    {
        if (failure is not null) throw failure is CommunicationException ? new CommunicationException(failure.Message, failure) : Rethrown(failure);
    }

    private static Exception Rethrown(Exception failure)
    {
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        return failure;
    }

    private void Locate(ReadOnlySpan<IHaloArray> arrays)
    {
        _count = arrays.Length;
        if (_fields.Length < _count) (_fields, _arrays) = (new HaloField[_count], new IHaloArray[_count]);
        for (int f = 0; f < _count; f++)
        {
            _arrays[f] = arrays[f];
            ref HaloField field = ref _fields[f];
            field.ByteStrides ??= new long[arrays[f].Distribution.NDim];
            field.Type = arrays[f].HaloElementType;
            field.ElementSize = ElementTypes.SizeOf(field.Type);
            try
            {
                arrays[f].Locate(ref field);
            }
            catch (Exception exception)
            {
                _failure ??= exception;
            }
        }
    }

    private void Prepare(List<HaloMessage> messages, HaloPeer[] peers, ref MemoryOwner? buffer, bool mayUnpack)
    {
        messages.Clear();
        long needed = 0;
        foreach (HaloPeer peer in peers)
        {
            if (plan.Carrier.LinkTo(peer.Rank) is not null) continue;
            long small = 0;
            for (int f = 0; f < _count; f++)
            {
                for (int b = 0; b < peer.Boxes.Length; b++)
                {
                    long bytes = peer.Boxes[b].Count * _fields[f].ElementSize;
                    if (bytes < HaloMessage.LargeBytes)
                    {
                        small += bytes;
                        continue;
                    }
                    bool unpacked = mayUnpack && _failure is null && IsContiguous(_fields[f], peer.Boxes[b], messages == _sends ? _fields[0].Order : _fields[f].Order);
                    messages.Add(new HaloMessage { Peer = peer, Field = f, Box = b, Bytes = bytes, Unpacked = unpacked });
                    if (!unpacked) needed += Aligned(bytes);
                }
            }
            if (small == 0) continue;
            messages.Add(new HaloMessage { Peer = peer, Field = -1, Bytes = small });
            needed += Aligned(small);
        }
        if (messages.Count == 0) return;
        if (buffer is null || buffer.Bytes < needed)
        {
            buffer?.Dispose();
            buffer = HaloMemory.Buffer(needed);
        }
        byte* next = (byte*)buffer.Pointer;
        foreach (ref HaloMessage message in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(messages))
        {
            message.Buffer = message.Unpacked ? _fields[message.Field].AddressOf(message.Peer.Boxes[message.Box]) : next;
            if (!message.Unpacked) next += Aligned(message.Bytes);
        }
    }

    // After the last use: nothing keeps the arrays alive any longer, and the buffers serve the next exchange.
    private void Release()
    {
        for (int f = 0; f < _count; f++)
        {
            _fields[f].KeepAlive = null;
            _arrays[f] = null!;
        }
        plan.Return(this);
    }

    private static long Aligned(long bytes) => (bytes + 63) & ~63L;

    private static bool IsContiguous(in HaloField field, HaloBox box, MemoryOrder order)
    {
        long expected = field.ElementSize;
        for (int i = 0; i < box.Shape.Length; i++)
        {
            int axis = order == MemoryOrder.RowMajor ? box.Shape.Length - 1 - i : i;
            if (box.Shape[axis] > 1 && field.ByteStrides[axis] * box.Step[axis] != expected) return false;
            expected *= box.Shape[axis];
        }
        return true;
    }
}
