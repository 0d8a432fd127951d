using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>NumPy's files of one array (<c>.npy</c>), as numpy.save writes and numpy.load reads them.</summary>
/// <remarks>Written and read in parallel, by every rank what it owns.</remarks>
public static unsafe class NpyFile
{
    /// <summary>Writes an array; it takes the place of an older file when all of it is on the disk.</summary>
    /// <typeparam name="T">Element type. Fortran's logicals are stored as the integers of their size.</typeparam>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="array">The array; of a replicated one rank 0's copy is written. Halos are not.</param>
    /// <param name="fileOrder">Order in the file, whatever the order in memory; column-major is NumPy's <c>fortran_order</c>.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full; the older file stays.</exception>
    /// <remarks><b>Collective.</b> Memory that is not in the file's order goes through a buffer of 16 MB. As numpy.save of the gathered array.</remarks>
    public static void Write<T>(string path, DistArray<T> array, MemoryOrder fileOrder = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        ICommunicator communicator = array.Distribution.Communicator;
        var agreement = new RankAgreement(communicator);
        ElementType type = ElementTypes.Of<T>();
        string call = $"NpyFile.Write({path}, {ElementTypes.NameOf(type)} {NpyHeader.ShapeText(array.Distribution.Shape)}, {fileOrder})";
        agreement.OnCall(call);
        byte[] header = NpyFormat.Encode(type, array.Distribution.Shape, fileOrder);
        AtomicFile.Make(path, communicator, agreement, target =>
        {
            target.Reserve(0, header.Length + array.Size * sizeof(T));
            target.Fill(call, file =>
            {
                if (communicator.Rank == 0)
                    RandomAccess.Write(file, header, 0);
            }, file => Slabs.Write(array, FilePlace<T>.Whole(array, fileOrder, forReading: false), step => agreement.Step(call, step),
                part => agreement.Step(call, () => RawTransfer.Write(part(), (offset, bytes) => RandomAccess.Write(file, bytes, header.Length + offset)))));
        });
    }

    /// <summary>Writes an array in parts, so that no more than a part of it is in memory; the file takes the place of an older one when all of it is on the disk.</summary>
    /// <typeparam name="T">Element type. Fortran's logicals are stored as the integers of their size.</typeparam>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="communicator">The ranks that write.</param>
    /// <param name="shape">Shape of the whole array.</param>
    /// <param name="write">Writes all elements, in the order of the file: the same calls on every rank.</param>
    /// <param name="fileOrder">Order in the file; column-major is NumPy's <c>fortran_order</c>.</param>
    /// <exception cref="ArgumentException">An extent is negative, or not all elements were written; the older file stays.</exception>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="InvalidOperationException">The ranks make different calls; the older file stays.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full; the older file stays.</exception>
    /// <remarks><b>Collective.</b> As numpy.lib.format.open_memmap.</remarks>
    public static void Save<T>(string path, ICommunicator communicator, ReadOnlySpan<long> shape, Action<ArrayPartWriter<T>> write, MemoryOrder fileOrder = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(write);
        var agreement = new RankAgreement(communicator);
        ElementType type = ElementTypes.Of<T>();
        string call = $"NpyFile.Save({path}, {ElementTypes.NameOf(type)} {NpyHeader.ShapeText(shape)}, {fileOrder})";
        agreement.OnCall(call);
        long size = Slices.SizeOf(shape);
        byte[] header = NpyFormat.Encode(type, shape, fileOrder);
        AtomicFile.Make(path, communicator, agreement, target =>
        {
            target.Reserve(0, header.Length + size * sizeof(T));
            target.Fill(call, file =>
            {
                if (communicator.Rank == 0)
                    RandomAccess.Write(file, header, 0);
            }, file => new ArrayPartWriter<T>(call, size, fileOrder, communicator, agreement,
                (part, first) => RawTransfer.Write(part, (offset, bytes) => RandomAccess.Write(file, bytes, header.Length + first + offset))).Run(write));
        });
    }

    /// <summary>Reads what a file says of itself.</summary>
    /// <param name="path">Where the file is.</param>
    /// <returns>Version, element type, shape and order.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no NumPy file, or is damaged.</exception>
    /// <exception cref="NotSupportedException">Its elements are of a type that no array has.</exception>
    /// <remarks>Local. As numpy.lib.format.read_array_header.</remarks>
    public static NpyHeader ReadHeader(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = Path.GetFullPath(path);
        Expect.ReadableFile(full);
        using SafeFileHandle file = FileHandles.ForReading(full);
        return ReadHeader(file, full);
    }

    /// <summary>Reads all of it, or a part, into a new array of any distribution, whatever wrote the file.</summary>
    /// <typeparam name="T">The element type that the file has; a logical where it has the integer of that size.</typeparam>
    /// <param name="path">Where the file is.</param>
    /// <param name="distribution">Distribution of the array; its Shape is that of the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis of the file's array; an index takes its axis away. None: all of it.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no NumPy file, is damaged, or has another shape or element type.</exception>
    /// <exception cref="NotSupportedException">Its elements are of a type that no array has.</exception>
    /// <exception cref="ArgumentException">The indices do not fit.</exception>
    /// <remarks><b>Collective.</b> Any version, order and byte order; only the part is read. As numpy.load with <c>mmap_mode='r'</c>.</remarks>
    public static DistArray<T> Read<T>(string path, Distribution distribution, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        AxisIndex[] kept = indices.ToArray();
        return NewArray.Of<T>(distribution, array => Read(path, array, kept));
    }

    /// <summary>Reads all of it, or a part, into an array that is there, such as a core's.</summary>
    /// <typeparam name="T">The element type that the file has; a logical where it has the integer of that size.</typeparam>
    /// <param name="path">Where the file is.</param>
    /// <param name="destination">Gets the values; its halos stay as they are. Any memory order and strides. Its Shape is that of the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis of the file's array; an index takes its axis away. None: all of it.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no NumPy file, is damaged, or has another shape or element type; nothing was read.</exception>
    /// <exception cref="NotSupportedException">Its elements are of a type that no array has; nothing was read.</exception>
    /// <exception cref="ArgumentException">The indices do not fit; nothing was read.</exception>
    /// <remarks><b>Collective.</b> Any version, order and byte order; only the part is read. As numpy.load with <c>mmap_mode='r'</c>.</remarks>
    public static void Read<T>(string path, DistArray<T> destination, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(destination);
        Distribution distribution = destination.Distribution;
        var agreement = new RankAgreement(distribution.Communicator);
        ElementType type = ElementTypes.Of<T>();
        AxisIndex[] kept = indices.ToArray();
        string call = $"NpyFile.Read({path}[{Hdf5Selection.TextOf(kept)}], {ElementTypes.NameOf(type)} {NpyHeader.ShapeText(distribution.Shape)})", full = Path.GetFullPath(path);
        agreement.OnCall(call);
        SafeFileHandle? file = null;
        NpyHeader? header = null;
        Hdf5Selection? selected = null;
        try
        {
            agreement.Step(call, () =>
            {
                if (distribution.Communicator.Rank == 0)
                    Expect.ReadableFile(full);
            });
            agreement.Step(call, () =>
            {
                file = FileHandles.ForReading(full);
                header = ReadHeader(file, full);
                selected = NpyData.Select(header, kept);
                NpyData.Expect(full, header, type, distribution.Shape, selected?.Shape);
            });
            Slabs.Read(destination, selected?.Place(destination, forReading: true) ?? FilePlace<T>.Whole(destination, header!.FileOrder, forReading: true), step => agreement.Step(call, step),
                part => agreement.Step(call, () => NpyData.Read(header!, part(), (offset, bytes) => RawTransfer.Fill(file!, full, offset, bytes))));
        }
        finally
        {
            file?.Dispose();
        }
    }

    private static NpyHeader ReadHeader(SafeFileHandle file, string path) =>
        NpyFormat.Decode(path, RandomAccess.GetLength(file), (offset, bytes) => RawTransfer.Fill(file, path, offset, bytes));
}
