namespace DistArray.IO;

public sealed unsafe partial class FortranFile
{
    /// <summary>Reads a record, or a part of it, as a new array.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="record">Number of the record, from 0.</param>
    /// <param name="distribution">Shape and distribution of the array.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <param name="offset">First byte in the record; more may then follow the array. Null for the whole record (direct access may fill it up).</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="ArgumentException">There is no such record.</exception>
    /// <exception cref="InvalidDataException">The record has not the size of such an array.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public DistArray<T> Read<T>(long record, Distribution distribution, MemoryOrder fileOrder = MemoryOrder.ColumnMajor, long? offset = null) where T : unmanaged =>
        NewArray.Of<T>(distribution, array => Read(record, array, fileOrder, offset));

    /// <summary>Reads a record, or a part of it, into an array that is there.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="record">Number of the record, from 0.</param>
    /// <param name="destination">Gets the values; its halos stay as they are.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <param name="offset">First byte in the record; more may then follow the array. Null for the whole record (direct access may fill it up).</param>
    /// <exception cref="ArgumentException">There is no such record.</exception>
    /// <exception cref="InvalidDataException">The record has not the size of such an array; nothing was read.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Read<T>(long record, DistArray<T> destination, MemoryOrder fileOrder = MemoryOrder.ColumnMajor, long? offset = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(destination);
        ReadArray($"Read({record}, {offset})", destination, fileOrder, () =>
        {
            ExpectRecords(record, 1);
            return Part(record, offset ?? 0, destination.Size * sizeof(T), offset is null && Format.Access != FortranAccess.Direct, $"{ElementTypes.NameOf(ElementTypes.Of<T>())} array of {destination.Size} elements");
        });
    }

    /// <summary>Reads a part of an array that a record holds, into an array that is there.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="record">Number of the record, from 0.</param>
    /// <param name="shape">Shape of the array in the record.</param>
    /// <param name="destination">Gets the values; its halos stay as they are. Its Shape is that of the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis of the array in the record; an index takes its axis away. None: all of it.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <param name="offset">First byte of the array in the record; more may then follow it. Null where it is the whole record (direct access may fill it up).</param>
    /// <exception cref="ArgumentException">There is no such record, or the indices do not fit.</exception>
    /// <exception cref="InvalidDataException">The record has not the size of such an array, or the part another shape; nothing was read.</exception>
    /// <remarks><b>Collective.</b> Only the part is read.</remarks>
    public void ReadPart<T>(long record, ReadOnlySpan<long> shape, DistArray<T> destination, ReadOnlySpan<AxisIndex> indices, MemoryOrder fileOrder = MemoryOrder.ColumnMajor, long? offset = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(destination);
        AxisIndex[] kept = indices.ToArray();
        long[] whole = shape.ToArray();
        Hdf5Selection? selected = null;
        ReadArray($"ReadPart({record}, {NpyHeader.ShapeText(whole)}[{Hdf5Selection.TextOf(kept)}], {offset})", destination, fileOrder, () =>
        {
            ExpectRecords(record, 1);
            selected = Hdf5Selection.Of(kept, whole, fileOrder);
            if (!destination.Shape.SequenceEqual(selected.Shape))
                throw new InvalidDataException($"{Name}: {NpyHeader.ShapeText(selected.Shape)} of record {record} are selected, and {NpyHeader.ShapeText(destination.Shape)} was asked for.");
            long size = Slices.SizeOf(whole);
            return Part(record, offset ?? 0, size * sizeof(T), offset is null && Format.Access != FortranAccess.Direct, $"{ElementTypes.NameOf(ElementTypes.Of<T>())} array of {size} elements");
        }, () => selected!.Place(destination, forReading: true));
    }

    /// <summary>Reads an array of which every slice along the slowest axis has a record of its own.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="first">Record of the first slice, from 0.</param>
    /// <param name="destination">Gets the values; its halos stay as they are.</param>
    /// <param name="fileOrder">Order in the file; in column-major order the last axis is the slowest.</param>
    /// <exception cref="ArgumentException">There are not so many records.</exception>
    /// <exception cref="InvalidDataException">A record has not the size of a slice; nothing was read.</exception>
    /// <remarks><b>Collective.</b> As <c>read(unit) array(:,:,k)</c> for every k.</remarks>
    public void ReadSlices<T>(long first, DistArray<T> destination, MemoryOrder fileOrder = MemoryOrder.ColumnMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(destination);
        ReadArray($"ReadSlices({first})", destination, fileOrder, () =>
        {
            (long count, long bytes) = Slices.Of(destination.Distribution.Shape, sizeof(T), fileOrder);
            ExpectRecords(first, count);
            var records = new FilePieces[count];
            for (long i = 0; i < count; i++)
                records[i] = Part(first + i, 0, bytes, Format.Access != FortranAccess.Direct, "slice");
            return FilePieces.Join(records, bytes);
        });
    }

    /// <summary>Reads values from a record on every rank.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="record">Number of the record, from 0.</param>
    /// <param name="count">Number of values.</param>
    /// <param name="offset">First byte in the record.</param>
    /// <returns>The values, the same on every rank.</returns>
    /// <exception cref="ArgumentException">There is no such record, or the count is negative.</exception>
    /// <exception cref="InvalidDataException">The record ends before.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public T[] ReadValues<T>(long record, int count, long offset = 0) where T : unmanaged
    {
        ElementType type = ElementTypes.Of<T>();
        return ReadPieces<T>($"ReadValues({record}, {count}, {offset})", () =>
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            ExpectRecords(record, 1);
            return Part(record, offset, (long)count * sizeof(T), false, $"{count} values of {ElementTypes.NameOf(type)}");
        });
    }

    /// <summary>Reads one value from a record on every rank.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="record">Number of the record, from 0.</param>
    /// <param name="offset">First byte in the record.</param>
    /// <returns>The value, the same on every rank.</returns>
    /// <exception cref="ArgumentException">There is no such record.</exception>
    /// <exception cref="InvalidDataException">The record ends before.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public T ReadValue<T>(long record, long offset = 0) where T : unmanaged => ReadValues<T>(record, 1, offset)[0];

    /// <summary>Reads the bytes of a record on every rank, as they are in the file.</summary>
    /// <param name="record">Number of the record, from 0.</param>
    /// <returns>The bytes, the same on every rank.</returns>
    /// <exception cref="ArgumentException">There is no such record.</exception>
    /// <exception cref="NotSupportedException">It is longer than an array of .NET.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public byte[] ReadBytes(long record)
    {
        return ReadPieces<byte>($"ReadBytes({record})", () =>
        {
            ExpectRecords(record, 1);
            return _records.PiecesOf(record);
        });
    }

    /// <summary>Reads into an array what lies in some pieces, which are found on every rank alike.</summary>
    internal void ReadArray<T>(string what, DistArray<T> destination, MemoryOrder fileOrder, Func<FilePieces> find, Func<FilePlace<T>>? place = null) where T : unmanaged
    {
        string call = $"{Name}: {what}, {ElementTypes.NameOf(ElementTypes.Of<T>())} ({string.Join(", ", destination.Distribution.Shape.ToArray())}) {fileOrder}";
        _agreement.OnCall(call);
        FilePieces? pieces = null;
        _agreement.Step(call, () =>
        {
            Expect.SameRanks(destination.Distribution, Communicator, Name);
            pieces = find();
        });
        Slabs.Read(destination, place?.Invoke() ?? FilePlace<T>.Whole(destination, fileOrder, forReading: true), step => _agreement.Step(call, step),
            part => _agreement.Step(call, () => PieceTransfer.Read(_file, Name, pieces!, Format.ByteOrder, part())));
    }

    /// <summary>Reads values that lie in some pieces on every rank.</summary>
    internal T[] ReadPieces<T>(string what, Func<FilePieces> find) where T : unmanaged
    {
        string call = $"{Name}: {what}, {ElementTypes.NameOf(ElementTypes.Of<T>())}";
        _agreement.OnCall(call);
        T[] values = [];
        _agreement.Step(call, () =>
        {
            FilePieces pieces = find();
            if (pieces.Length > Array.MaxLength)
                throw new NotSupportedException($"{call}: {pieces.Length} bytes are more than an array of one process holds. Read them into a distributed array, or in parts.");
            values = new T[pieces.Length / sizeof(T)];
            PieceTransfer.Read(_file, Name, pieces, Format.ByteOrder, values.AsSpan());
        });
        return values;
    }

    /// <summary>A part of a record that must be there.</summary>
    internal FilePieces Part(long record, long offset, long count, bool isWhole, string what)
    {
        FilePieces pieces = _records.PiecesOf(record);
        if (offset < 0 || offset > pieces.Length || count > pieces.Length - offset || isWhole && count != pieces.Length)
            throw new InvalidDataException($"{Name}: record {record} has {pieces.Length} bytes, and the {what} needs {count}{(offset == 0 ? "" : $" from byte {offset}")}. "
                + "Check shape, element type (precision) and halo; give an offset to read a part of a record.");
        return pieces.Part(offset, count);
    }

    private void ExpectRecords(long first, long count)
    {
        if (first < 0 || first > RecordCount || count > RecordCount - first)
            throw new ArgumentOutOfRangeException(null, $"{Name} has {RecordCount} records, counted from 0: there {(count == 1 ? $"is no record {first}" : $"are no records {first} to {first + count - 1}")}.");
    }
}
