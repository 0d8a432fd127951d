using System.Runtime.InteropServices;

namespace DistArray;

internal sealed unsafe partial class HaloExchange
{
    private void Receive()
    {
        foreach (ref HaloMessage message in CollectionsMarshal.AsSpan(_receives))
            message.Request = plan.Carrier.Communicator.ImmediateReceive(message.Buffer, message.Bytes, ElementType.UInt8, message.Peer.Rank, ICommunicator.AnyTag);
    }

    private void Send()
    {
        MemoryOrder order = _count > 0 ? _fields[0].Order : MemoryOrder.RowMajor;
        int number = 0;
        HaloPeer? previous = null;
        foreach (ref HaloMessage message in CollectionsMarshal.AsSpan(_sends))
        {
            number = message.Peer == previous ? number + 1 : 0;
            previous = message.Peer;
            if (_failure is null && !message.Unpacked) Pack(message, order);
            message.Request = plan.Carrier.Communicator.ImmediateSend(message.Buffer, _failure is null ? message.Bytes : 0, ElementType.UInt8, message.Peer.Rank, HaloMessage.Tag(number, order, _failure is not null));
        }
    }

    // Unpacks a message once it has come.
    private void Finish(int index)
    {
        HaloMessage message = _receives[index];
        if (Wait(message.Request!) is not { } status || _failure is not null) return;
        if (HaloMessage.HasFailed(status.Tag))
        {
            _failure = CouldNotTakePart(message.Peer.Rank);
            return;
        }
        if (status.Bytes != message.Bytes)
        {
            _failure = Mismatch(message.Peer.Rank, status.Bytes, message.Bytes);
            return;
        }
        MemoryOrder order = HaloMessage.OrderOf(status.Tag);
        if (!message.Unpacked) Unpack(message, order);
        else if (order != _fields[message.Field].Order) Reorder(message, order);
    }

    private static CommunicationException CouldNotTakePart(int rank) =>
        new($"The halo cannot be exchanged: rank {rank} could not take part in it. Its own exception says why.");

    private static CommunicationException Mismatch(int rank, long sent, long due) =>
        new($"The halo cannot be exchanged: rank {rank} sends {sent} bytes where {due} are due. Make the same calls on every rank.");

    private Status? Wait(Request request)
    {
        try
        {
            return request.Wait();
        }
        catch (CommunicationException exception)
        {
            _failure ??= exception;
            return null;
        }
    }

    private void Pack(in HaloMessage message, MemoryOrder order)
    {
        byte* to = message.Buffer;
        foreach ((int f, HaloBox box) in new Parts(message, _count, Fields))
        {
            Copy(to, null, box, order, f);
            to += box.Count * _fields[f].ElementSize;
        }
    }

    private void Unpack(in HaloMessage message, MemoryOrder order)
    {
        byte* from = message.Buffer;
        foreach ((int f, HaloBox box) in new Parts(message, _count, Fields))
        {
            Copy(null, from, box, order, f);
            from += box.Count * _fields[f].ElementSize;
        }
    }

    // A message that came in the other order of axes than the array's.
    private void Reorder(in HaloMessage message, MemoryOrder order)
    {
        using var aside = new PooledMemory(message.Bytes);
        Buffer.MemoryCopy(message.Buffer, aside.Pointer, message.Bytes, message.Bytes);
        Copy(null, (byte*)aside.Pointer, message.Peer.Boxes[message.Box], order, message.Field);
    }

    // Between a box of an array and packed elements, either of which is null.
    private void Copy(byte* packedTo, byte* packedFrom, HaloBox box, MemoryOrder order, int f)
    {
        ref HaloField field = ref _fields[f];
        Span<long> strides = stackalloc long[box.Shape.Length], packed = stackalloc long[box.Shape.Length];
        Strides(field, box, strides);
        long next = field.ElementSize;
        for (int i = 0; i < packed.Length; i++)
        {
            int axis = order == MemoryOrder.RowMajor ? packed.Length - 1 - i : i;
            packed[axis] = next;
            next *= box.Shape[axis];
        }
        byte* address = field.AddressOf(box);
        if (packedTo is not null) HaloCopy.Run(packedTo, packed, address, strides, box.Shape, field.ElementSize);
        else if (_adds) BoxAdd.Run(field.Type, address, strides, packedFrom, packed, box.Shape);
        else HaloCopy.Run(address, strides, packedFrom, packed, box.Shape, field.ElementSize);
    }

    private static void Strides(in HaloField field, HaloBox box, Span<long> strides)
    {
        for (int axis = 0; axis < strides.Length; axis++) strides[axis] = field.ByteStrides[axis] * box.Step[axis];
    }

    /// <summary>The boxes of a message in their order.</summary>
    private ref struct Parts(HaloMessage message, int count, Span<HaloField> fields)
    {
        private readonly HaloMessage _message = message;
        private readonly Span<HaloField> _fields = fields;
        private readonly int _count = count;
        private int _field;
        private int _box = -1;

        public readonly (int Field, HaloBox Box) Current => (_field, _message.Peer.Boxes[_box]);

        public readonly Parts GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_message.Field >= 0)
            {
                if (_box >= 0) return false;
                (_field, _box) = (_message.Field, _message.Box);
                return true;
            }
            while (true)
            {
                if (++_box == _message.Peer.Boxes.Length)
                {
                    _box = 0;
                    _field++;
                }
                if (_field == _count) return false;
                if (_message.Peer.Boxes[_box].Count * _fields[_field].ElementSize < HaloMessage.LargeBytes) return true;
            }
        }
    }
}
