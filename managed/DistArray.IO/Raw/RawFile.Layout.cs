using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

public static unsafe partial class RawFile
{
    /// <summary>Writes an array with an offset, in a byte order or in records; it takes the place of an older file when all of it is on the disk.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="array">The array; of a replicated one rank 0's copy is written. Halos are not.</param>
    /// <param name="fileOrder">Order in the file, whatever the order in memory: column-major runs fastest along axis 0.</param>
    /// <param name="layout">Offset, byte order and record length.</param>
    /// <exception cref="ArgumentException">The offset is negative, or a record too short for a slice.</exception>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full; the older file stays.</exception>
    /// <remarks><b>Collective.</b> With a record length as Fortran's <c>write(unit, rec=k) a(:,:,k)</c> for every k.</remarks>
    public static void Write<T>(string path, DistArray<T> array, MemoryOrder fileOrder, RawLayout layout) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(layout);
        ICommunicator communicator = array.Distribution.Communicator;
        var agreement = new RankAgreement(communicator);
        string call = $"{Call("Write", path, array.Distribution, ElementTypes.Of<T>(), fileOrder)}, {layout}";
        agreement.OnCall(call);
        (FilePieces pieces, long end) = layout.Place(array.Distribution, sizeof(T), fileOrder);
        AtomicFile.Make(path, communicator, agreement, target =>
        {
            target.Reserve(0, end);
            target.Fill(call, file =>
            {
                if (communicator.Rank == 0)
                    RandomAccess.SetLength(file, end);
            }, file => Slabs.Write(array, FilePlace<T>.Whole(array, fileOrder, forReading: false), step => agreement.Step(call, step),
                part => agreement.Step(call, () => PieceTransfer.Write(file, pieces, layout.ByteOrder, part()))));
        });
    }

    /// <summary>Reads a new array from a place in a file.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="path">Where the file is.</param>
    /// <param name="distribution">Shape and distribution of the array.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <param name="layout">Offset, byte order, record length, and whether more may follow.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="ArgumentException">The offset is negative, or a record too short for a slice.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is too short, or longer without leave.</exception>
    /// <remarks><b>Collective.</b> As numpy.fromfile with an offset.</remarks>
    public static DistArray<T> Read<T>(string path, Distribution distribution, MemoryOrder fileOrder, RawLayout layout) where T : unmanaged =>
        NewArray.Of<T>(distribution, array => Read(path, array, fileOrder, layout));

    /// <summary>Reads from a place in a file into an array that is there.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="path">Where the file is.</param>
    /// <param name="destination">Gets the values; its halos stay as they are.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <param name="layout">Offset, byte order, record length, and whether more may follow.</param>
    /// <exception cref="ArgumentException">The offset is negative, or a record too short for a slice.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is too short, or longer without leave; nothing was read.</exception>
    /// <remarks><b>Collective.</b> As numpy.fromfile with an offset.</remarks>
    public static void Read<T>(string path, DistArray<T> destination, MemoryOrder fileOrder, RawLayout layout) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(layout);
        ICommunicator communicator = destination.Distribution.Communicator;
        var agreement = new RankAgreement(communicator);
        string call = $"{Call("Read", path, destination.Distribution, ElementTypes.Of<T>(), fileOrder)}, {layout}", full = Path.GetFullPath(path);
        agreement.OnCall(call);
        (FilePieces pieces, long end) = layout.Place(destination.Distribution, sizeof(T), fileOrder);
        SafeFileHandle? file = null;
        try
        {
            agreement.Step(call, () =>
            {
                if (communicator.Rank == 0)
                    Expect.ReadableFile(full);
            });
            agreement.Step(call, () =>
            {
                file = FileHandles.ForReading(full);
                long length = RandomAccess.GetLength(file);
                if (length < end || length > end && !layout.AllowsTrailingBytes)
                    throw new InvalidDataException($"{full} has {length} bytes, and {layout.Offset} bytes before {destination.Size} elements of {ElementTypes.NameOf(ElementTypes.Of<T>())} in shape "
                        + $"{ShapeText(destination.Distribution)}{(layout.RecordLength is { } record ? $" in records of {record} bytes" : "")} make {end}. "
                        + (length < end ? "Check offset, shape and element type." : $"{length - end} bytes follow: check the shape, or set AllowsTrailingBytes."));
            });
            Slabs.Read(destination, FilePlace<T>.Whole(destination, fileOrder, forReading: true), step => agreement.Step(call, step), part => agreement.Step(call, () => PieceTransfer.Read(file!, full, pieces, layout.ByteOrder, part())));
        }
        finally
        {
            file?.Dispose();
        }
    }
}
