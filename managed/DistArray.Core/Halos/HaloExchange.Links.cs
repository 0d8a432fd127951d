namespace DistArray;

// Through memory that both ranks have mapped: one message a peer. Small boxes are packed into it; a large one either follows its header, or the header says where it
// lies in the sender's own memory, for the receiver to read there.
internal sealed unsafe partial class HaloExchange
{
    private const long InPlace = 1;

    private readonly List<(HaloPeer Peer, NodeLink Link, long Number)> _linkReceives = [];
    private readonly List<(NodeLink Link, long Number)> _readInPlace = [];

    private void BeginLinks(HaloPeer[] receives, HaloPeer[] sends, bool mayWait)
    {
        _linkReceives.Clear();
        _readInPlace.Clear();
        foreach (HaloPeer peer in receives)
            if (plan.Carrier.LinkTo(peer.Rank) is { } link) _linkReceives.Add((peer, link, link.BeginReceive()));
        foreach (HaloPeer peer in sends)
            if (plan.Carrier.LinkTo(peer.Rank) is { } link) Send(peer, link, mayWait);
    }

    private void Send(HaloPeer peer, NodeLink link, bool mayWait)
    {
        long room = 0, total = 0;
        for (int f = 0; f < _count; f++)
        {
            foreach (HaloBox box in peer.Boxes)
            {
                long bytes = box.Count * _fields[f].ElementSize;
                room += bytes < HaloMessage.LargeBytes ? bytes : 64 + HeaderBytes(box) + bytes;
                total += bytes;
            }
        }
        long number = link.BeginSend(_failure is null ? room : 0, mayWait, out byte* payload);
        if (payload is null) _failure ??= new OutOfMemoryException($"There is no memory to exchange {room} bytes of halos with rank {peer.Rank}.");
        MemoryOrder order = _fields[0].Order;
        long used = _failure is null ? Pack(peer, payload, order, out bool inPlace) : Nothing(out inPlace);
        link.Publish(number, used, total, order, _failure is not null);
        if (inPlace) _readInPlace.Add((link, number));
    }

    private static long Nothing(out bool inPlace)
    {
        inPlace = false;
        return 0;
    }

    private long Pack(HaloPeer peer, byte* payload, MemoryOrder order, out bool inPlace)
    {
        inPlace = false;
        byte* to = payload;
        for (int f = 0; f < _count; f++)
        {
            foreach (HaloBox box in peer.Boxes)
            {
                long bytes = box.Count * _fields[f].ElementSize;
                if (bytes >= HaloMessage.LargeBytes)
                {
                    to = Align(to);
                    var header = (long*)to;
                    to += HeaderBytes(box);
                    header[0] = 0;
                    if (Describe(f, box, header + 1))
                    {
                        header[0] = InPlace;
                        inPlace = true;
                        continue;
                    }
                }
                Copy(to, null, box, order, f);
                to += bytes;
            }
        }
        return to - payload;
    }

    // Says where a box lies in this rank's own memory, if neighbours can read it there: not for a shift, which they read when they need it, as late as they like.
    private bool Describe(int f, HaloBox box, long* place)
    {
        ref HaloField field = ref _fields[f];
        if (_adds || _rules.Shift is not null || field.KeepAlive is not MappableMemory memory) return false;
        Span<long> strides = new(place + 3, box.Shape.Length);
        Strides(field, box, strides);
        byte* first = field.AddressOf(box), low = first, high = first + field.ElementSize;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            long reach = (box.Shape[axis] - 1) * strides[axis];
            if (reach < 0) low += reach;
            else high += reach;
        }
        if (high - low > 2 * box.Count * field.ElementSize || memory.Share(low, high - low) is not { } window) return false;
        (place[0], place[1], place[2]) = (window.Window, window.WindowBytes, window.Start + (first - low));
        return true;
    }

    private void EndLinks()
    {
        foreach ((HaloPeer peer, NodeLink link, long number) in _linkReceives)
        {
            try
            {
                LinkEntry entry = link.Wait(number);
                if (_failure is null) Unpack(peer, link, entry);
                link.Consume(number);
            }
            catch (CommunicationException exception)
            {
                _failure ??= exception;
                link.Consume(number);
            }
        }
        foreach ((NodeLink link, long number) in _readInPlace)
        {
            try
            {
                link.WaitConsumed(number);
            }
            catch (CommunicationException exception)
            {
                _failure ??= exception;
            }
        }
    }

    private void Unpack(HaloPeer peer, NodeLink link, in LinkEntry entry)
    {
        if (entry.Failed != 0) throw CouldNotTakePart(peer.Rank);
        long total = 0;
        for (int f = 0; f < _count; f++) total += peer.Count * _fields[f].ElementSize;
        if (entry.Total != total) throw Mismatch(peer.Rank, entry.Total, total);
        byte* from = link.Map(entry.Offset, entry.Bytes);
        for (int f = 0; f < _count; f++)
        {
            foreach (HaloBox box in peer.Boxes)
            {
                long bytes = box.Count * _fields[f].ElementSize;
                if (bytes >= HaloMessage.LargeBytes)
                {
                    from = Align(from);
                    var header = (long*)from;
                    from += HeaderBytes(box);
                    if (header[0] == InPlace)
                    {
                        Read(link, header + 1, f, box);
                        continue;
                    }
                }
                Copy(null, from, box, entry.Order, f);
                from += bytes;
            }
        }
    }

    private void Read(NodeLink link, long* place, int f, HaloBox box)
    {
        ref HaloField field = ref _fields[f];
        Span<long> strides = stackalloc long[box.Shape.Length];
        Strides(field, box, strides);
        HaloCopy.Run(field.AddressOf(box), strides, link.Map(place[0], place[1]) + place[2], new Span<long>(place + 3, strides.Length), box.Shape, field.ElementSize);
    }

    // Whether it is in place; window, its bytes, the box's first element in it, strides.
    private static long HeaderBytes(HaloBox box) => 8 * (4 + box.Shape.Length);

    private static byte* Align(byte* address) => (byte*)(((nint)address + 63) & ~(nint)63);
}
