namespace DistArray;

/// <summary>One direction of an exchange: the pieces of its transfers in their order, and those under way.</summary>
internal sealed unsafe class ExchangeQueue
{
    private readonly TransferList _list;
    private readonly (int Distance, long Number)[] _order;
    private readonly Func<int, int> _rankAt;
    private readonly ExchangeBuffers _buffers;
    private readonly int _elementSize;
    private readonly long _pieceElements;
    private readonly Queue<Piece> _underWay = new();
    private long _bytesUnderWay;
    private Transfer? _transfer;
    private int _position;
    private long _done;

    /// <summary>Orders the transfers by distance.</summary>
    /// <param name="list">What goes one way.</param>
    /// <param name="distanceOf">How far a rank is in that direction: both sides of a message must tell the same.</param>
    /// <param name="rankAt">Its inverse.</param>
    /// <param name="buffers">Memory for the pieces.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <param name="piece">Bytes of a message at most.</param>
    public ExchangeQueue(TransferList list, Func<int, int> distanceOf, Func<int, int> rankAt, ExchangeBuffers buffers, int elementSize, long piece)
    {
        _list = list;
        _order = [.. list.Partners.Select(partner => (distanceOf(partner.Rank), partner.Number))];
        Array.Sort(_order);
        _rankAt = rankAt;
        _buffers = buffers;
        _elementSize = elementSize;
        _pieceElements = Math.Max(1, piece / elementSize);
    }

    /// <summary>Whether every piece was started.</summary>
    public bool IsStarted => _position == _order.Length;

    /// <summary>Whether every piece was started and has ended.</summary>
    public bool IsDone => IsStarted && _underWay.Count == 0;

    /// <summary>Messages started.</summary>
    public long Messages { get; private set; }

    /// <summary>Bytes started.</summary>
    public long Bytes { get; private set; }

    /// <summary>Starts as many pieces as there is room for; at least one must be under way.</summary>
    /// <param name="start">Starts the message of a piece.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>Whether one was started.</returns>
    public bool Start(Func<Piece, Request> start, int most = int.MaxValue)
    {
        int started = 0;
        while (!IsStarted && started < most)
        {
            _transfer ??= _list.Describe(_order[_position].Number);
            long count = Math.Min(_pieceElements, _transfer.Count - _done), bytes = count * _elementSize;
            if (_underWay.Count > 0 && !_buffers.HasRoom(_bytesUnderWay, bytes)) break;
            var piece = new Piece { Transfer = _transfer, Rank = _rankAt(_order[_position].Distance), First = _done, Count = count, Buffer = _buffers.Rent(bytes) };
            piece.Request = start(piece);
            _underWay.Enqueue(piece);
            _bytesUnderWay += bytes;
            _done += count;
            if (_done == _transfer.Count) (_transfer, _position, _done) = (null, _position + 1, 0);
            Messages++;
            Bytes += bytes;
            started++;
        }
        return started > 0;
    }

    /// <summary>Ends the oldest pieces that have arrived.</summary>
    /// <param name="wait">Whether to wait for the oldest.</param>
    /// <param name="end">What to do with one that has ended.</param>
    /// <returns>Whether one has ended.</returns>
    public bool End(bool wait, Action<Piece, Status>? end)
    {
        bool any = false;
        while (_underWay.TryPeek(out Piece? piece))
        {
            Status status;
            if (wait && !any) status = piece.Request!.Wait();
            else if (!piece.Request!.Test(out status)) break;
            end?.Invoke(piece, status);
            _underWay.Dequeue();
            _bytesUnderWay -= piece.Buffer.Bytes;
            _buffers.Return(piece.Buffer);
            any = true;
        }
        return any;
    }

    internal sealed class Piece
    {
        public required Transfer Transfer { get; init; }

        public required int Rank { get; init; }

        public required long First { get; init; }

        public required long Count { get; init; }

        public required ExchangeBuffers.Buffer Buffer { get; init; }

        public Request? Request { get; set; }
    }
}
