namespace DistArray.IO;

/// <summary>Records with markers, found by <see cref="RecordScan"/>.</summary>
/// <param name="first">Of every record its first piece, and behind the last the number of pieces.</param>
/// <param name="offsets">Of every piece its first byte.</param>
/// <param name="lengths">Of every piece its length.</param>
internal sealed class SequentialRecords(long[] first, long[] offsets, long[] lengths) : FortranRecords
{
    public override long Count => first.Length - 1;

    public override FortranRecord this[long record]
    {
        get
        {
            long length = 0;
            for (long piece = first[record]; piece < first[record + 1]; piece++)
                length += lengths[piece];
            return new FortranRecord(offsets[first[record]], length, (int)(first[record + 1] - first[record]));
        }
    }

    public override FilePieces PiecesOf(long record)
    {
        var pieces = new (long, long)[first[record + 1] - first[record]];
        for (int i = 0; i < pieces.Length; i++)
            pieces[i] = (offsets[first[record] + i], lengths[first[record] + i]);
        return new FilePieces(pieces);
    }

    /// <summary>Gives every rank what rank 0 found.</summary>
    /// <param name="records">The records on rank 0, null elsewhere.</param>
    /// <param name="communicator">The ranks.</param>
    /// <param name="step">Runs what may fail on some ranks, and agrees on it.</param>
    /// <remarks><b>Collective.</b></remarks>
    public static SequentialRecords Share(SequentialRecords? records, ICommunicator communicator, Action<Action> step)
    {
        long[] sizes = records is null ? [0, 0] : [records.First.Length, records.Offsets.Length];
        communicator.Broadcast(sizes.AsSpan(), 0);
        // A rank without memory for them must not leave the others waiting.
        step(() => records ??= new SequentialRecords(new long[sizes[0]], new long[sizes[1]], new long[sizes[1]]));
        communicator.Broadcast(records!.First.AsSpan(), 0);
        communicator.Broadcast(records.Offsets.AsSpan(), 0);
        communicator.Broadcast(records.Lengths.AsSpan(), 0);
        return records;
    }

    private long[] First => first;

    private long[] Offsets => offsets;

    private long[] Lengths => lengths;
}
