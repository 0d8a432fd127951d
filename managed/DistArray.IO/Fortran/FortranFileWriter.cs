using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Writes the records of an unformatted Fortran file, one after another; made by <see cref="FortranFile.Save"/>.</summary>
/// <remarks>Arrays are written by all ranks, markers and values by rank 0. Every member is collective.</remarks>
public sealed unsafe class FortranFileWriter
{
    private readonly ICommunicator _communicator;
    private readonly AtomicFile _target;
    private readonly RecordPlacer _placer;
    private readonly FortranFormat _format;
    private long _records;

    internal FortranFileWriter(ICommunicator communicator, RankAgreement agreement, AtomicFile target, FortranFormat format)
    {
        (_communicator, Agreement, _target, _format) = (communicator, agreement, target, format);
        _placer = new RecordPlacer(format);
    }

    internal RankAgreement Agreement { get; }

    /// <summary>Writes an array as one record.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array, of any distribution over the ranks of the file; halos are not written.</param>
    /// <param name="fileOrder">Order in the file, whatever the order in memory.</param>
    /// <exception cref="ArgumentException">It is longer than a record of a direct-access file, or of other ranks.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b> As <c>write(unit) array</c>.</remarks>
    public void Write<T>(DistArray<T> array, MemoryOrder fileOrder = MemoryOrder.ColumnMajor) where T : unmanaged => WriteRecord(record => record.Add(array, fileOrder));

    /// <summary>Writes an array as one record, in parts, so that no more than a part of it is in memory.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="shape">Shape of the whole array.</param>
    /// <param name="write">Writes all elements, in the order of the file: the same calls on every rank.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <exception cref="ArgumentException">It is longer than a record of a direct-access file, an extent is negative, or not all elements were written.</exception>
    /// <exception cref="InvalidOperationException">The ranks make different calls.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Write<T>(ReadOnlySpan<long> shape, Action<ArrayPartWriter<T>> write, MemoryOrder fileOrder = MemoryOrder.ColumnMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(write);
        ExpectWhole();
        long size = Slices.SizeOf(shape), start = _placer.End;
        string call = $"writing record {_records} of {_target.Target}: {ElementTypes.NameOf(ElementTypes.Of<T>())} {NpyHeader.ShapeText(shape)} {fileOrder} in parts";
        Agreement.OnCall(call);
        FilePieces? pieces = null;
        Agreement.Step(call, () => pieces = _placer.Place(size * sizeof(T)));
        _records++;
        bool wasIncomplete = _isIncomplete;
        _isIncomplete = _isInParts = true;
        _target.Reserve(start, _placer.End - start);
        _target.Fill(call, null, file =>
        {
            new ArrayPartWriter<T>(call, size, fileOrder, _communicator, Agreement,
                (part, first) => PieceTransfer.Write(file, pieces!.Part(first, pieces.Length - first), _format.ByteOrder, part)).Run(write);
            Agreement.Step(call, () =>
            {
                if (_communicator.Rank == 0)
                    _placer.WriteMarkers(file);
            });
        });
        _isIncomplete = wasIncomplete;
        _isInParts = false;
    }

    /// <summary>Writes values, the same on every rank, as one record.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="values">The values.</param>
    /// <exception cref="ArgumentException">They are longer than a record of a direct-access file.</exception>
    /// <exception cref="InvalidOperationException">They differ between the ranks.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void WriteValues<T>(params ReadOnlySpan<T> values) where T : unmanaged
    {
        var record = new FortranRecordBuilder();
        record.AddValues(values);
        Write(record);
    }

    /// <summary>Writes several things as one record, such as a step and a time.</summary>
    /// <param name="add">Adds them, alike on every rank.</param>
    /// <exception cref="ArgumentException">They are longer than a record of a direct-access file, or an array is of other ranks.</exception>
    /// <exception cref="InvalidOperationException">Values differ between the ranks.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b> As <c>write(unit) step, time, array</c>.</remarks>
    public void WriteRecord(Action<FortranRecordBuilder> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        var record = new FortranRecordBuilder();
        add(record);
        Write(record);
    }

    /// <summary>Writes an array with a record for every slice along the slowest axis of the file.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array, of any distribution over the ranks of the file; halos are not written.</param>
    /// <param name="fileOrder">Order in the file; in column-major order the last axis is the slowest.</param>
    /// <exception cref="ArgumentException">A slice is longer than a record of a direct-access file, or the array is of other ranks.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b> As <c>write(unit) array(:,:,k)</c> for every k.</remarks>
    public void WriteSlices<T>(DistArray<T> array, MemoryOrder fileOrder = MemoryOrder.ColumnMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        var item = new ArrayItem<T>(array, fileOrder);
        (long count, long bytes) = Slices.Of(array.Distribution.Shape, sizeof(T), fileOrder);
        string call = Announce("slices", [item]);
        long start = _placer.End;
        var pieces = new List<FilePieces>();
        Agreement.Step(call, () =>
        {
            item.Expect(_communicator, _target.Target);
            for (long i = 0; i < count; i++)
                pieces.Add(_placer.Place(bytes));
        });
        _records += count;
        Put(call, start, [(item, FilePieces.Join(pieces, bytes))]);
    }

    /// <summary>Brings the length to what was written.</summary>
    internal void Finish() => Agreement.Step($"finishing {_target.Target}", () =>
    {
        if (_isIncomplete)
            throw new InvalidOperationException($"{_target.Target}: a record could not be written, and its exception was caught. A file without it is not put in place.");
        if (_communicator.Rank != 0)
            return;
        using SafeFileHandle file = _target.OpenPartial();
        RandomAccess.SetLength(file, _placer.End);
    });

    private void Write(FortranRecordBuilder record)
    {
        string call = Announce("record", record.Items);
        long start = _placer.End, offset = 0;
        var items = new List<(RecordItem, FilePieces)>();
        Agreement.Step(call, () =>
        {
            record.Items.ForEach(item => item.Expect(_communicator, _target.Target));
            FilePieces pieces = _placer.Place(record.Items.Sum(item => item.ByteCount));
            foreach (RecordItem item in record.Items)
            {
                items.Add((item, pieces.Part(offset, item.ByteCount)));
                offset += item.ByteCount;
            }
        });
        _records++;
        Put(call, start, items);
    }

    // Whether a record has its place and not its data.
    private bool _isIncomplete;

    // Whether a record is being written in parts, or its writing failed.
    private bool _isInParts;

    // The same on all ranks, which make the same calls.
    private void ExpectWhole()
    {
        if (_isInParts)
            throw new InvalidOperationException($"{_target.Target}: a record that is written in parts has not ended. Write the next one after it.");
    }

    private string Announce(string what, List<RecordItem> items)
    {
        ExpectWhole();
        string call = $"writing {what} {_records} of {_target.Target}: {string.Join(" + ", items.Select(item => item.Text))}";
        using var contents = new MemoryStream();
        items.ForEach(item => contents.Write(item.Contents));
        Agreement.OnCall(call, contents.GetBuffer().AsSpan(0, (int)contents.Length));
        return call;
    }

    private void Put(string call, long start, List<(RecordItem Item, FilePieces Pieces)> items)
    {
        bool wasIncomplete = _isIncomplete;
        _isIncomplete = true;
        _target.Reserve(start, _placer.End - start);
        _target.Fill(call, file =>
        {
            if (_communicator.Rank == 0)
                _placer.WriteMarkers(file);
        }, file =>
        {
            foreach ((RecordItem item, FilePieces pieces) in items)
                item.Write(file, pieces, _format.ByteOrder, _communicator.Rank == 0, step => Agreement.Step(call, step));
        });
        _isIncomplete = wasIncomplete;
    }
}
