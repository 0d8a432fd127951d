namespace DistArray;

/// <summary>Carries transfers out by messages in pieces, with the own part copied meanwhile.</summary>
/// <remarks>
/// <para>Pieces of every rank are ordered by the distance of the ranks, then by place. A rank goes through its sends and its receives in that order, as
/// far as its memory reaches, and waits for a message only when it has none left to start. So the first of all messages that are not yet through can
/// always go through: its sender has nothing older to wait for, and its receiver has started to receive it.</para>
/// </remarks>
internal static unsafe class Exchange
{
    private const int RowMajorTag = 1;
    private const int ReversedTag = 2;
    private const long OwnPiece = 1 << 20;

    /// <summary>Exchanges. <b>Collective</b> in that partners must do the same.</summary>
    /// <param name="communicator">A communicator for exchanges alone.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="sends">What goes out.</param>
    /// <param name="receives">What comes in.</param>
    /// <param name="own">What this rank copies by itself.</param>
    /// <param name="limits">Memory; pieces as long on every rank.</param>
    public static ExchangeStatistics Run(ICommunicator communicator, ElementType type, TransferList sends, TransferList receives, IEnumerable<OwnTransfer> own, ExchangeLimits limits)
    {
        int size = communicator.Size, rank = communicator.Rank, elementSize = ElementTypes.SizeOf(type);
        var buffers = new ExchangeBuffers(limits.Budget);
        var outgoing = new ExchangeQueue(sends, other => (other - rank + size) % size, distance => (rank + distance) % size, buffers, elementSize, limits.Piece);
        var incoming = new ExchangeQueue(receives, other => (rank - other + size) % size, distance => (rank - distance + size) % size, buffers, elementSize, limits.Piece);
        using IEnumerator<OwnTransfer> works = own.GetEnumerator();
        OwnTransfer? work = works.MoveNext() ? works.Current : null;
        for (long workDone = 0; !incoming.IsDone || !outgoing.IsDone || work is not null;)
        {
            bool moved = incoming.Start(piece => communicator.ImmediateReceive(piece.Buffer.Pointer, piece.Count, type, piece.Rank, ICommunicator.AnyTag));
            moved |= outgoing.Start(piece =>
            {
                bool reversed = piece.Transfer.PrefersReversed;
                piece.Transfer.Copy(piece.Buffer.Pointer, piece.First, piece.Count, reversed);
                return communicator.ImmediateSend(piece.Buffer.Pointer, piece.Count, type, piece.Rank, reversed ? ReversedTag : RowMajorTag);
            });
            if (work is not null)
            {
                long count = Math.Min(OwnPiece / elementSize, work.Count - workDone);
                work.Copy(workDone, count);
                workDone += count;
                if (workDone == work.Count) (work, workDone) = (works.MoveNext() ? works.Current : null, 0);
                moved = true;
            }
            bool waits = !moved && outgoing.IsStarted;
            moved |= outgoing.End(waits && incoming.IsDone, null);
            moved |= incoming.End(waits && !incoming.IsDone, (piece, status) => piece.Transfer.Copy(piece.Buffer.Pointer, piece.First, piece.Count, status.Tag == ReversedTag));
            if (!moved) Thread.Yield();
        }
        return new ExchangeStatistics(outgoing.Messages, outgoing.Bytes, buffers.Peak);
    }
}
