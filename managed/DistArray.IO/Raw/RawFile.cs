using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Flat files: the elements of a global array one after another, without a header, in the machine's byte order.</summary>
/// <remarks>What Fortran reads and writes with <c>access='stream'</c> (column-major) and NumPy with <c>tofile</c> and <c>fromfile</c> (row-major).</remarks>
public static unsafe partial class RawFile
{
    /// <summary>Writes an array; it takes the place of an older file when all of it is on the disk.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="array">The array; of a replicated one rank 0's copy is written. Halos are not.</param>
    /// <param name="fileOrder">Order in the file, whatever the order in memory: column-major runs fastest along axis 0.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full; the older file stays.</exception>
    /// <remarks><b>Collective.</b> As numpy.ndarray.tofile of the gathered array.</remarks>
    public static void Write<T>(string path, DistArray<T> array, MemoryOrder fileOrder) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(array);
        ICommunicator communicator = array.Distribution.Communicator;
        var agreement = new RankAgreement(communicator);
        string call = Call("Write", path, array.Distribution, ElementTypes.Of<T>(), fileOrder);
        agreement.OnCall(call);
        AtomicFile.Make(path, communicator, agreement, target =>
        {
            target.Reserve(0, array.Size * sizeof(T));
            target.Fill(call, null, file => Slabs.Write(array, FilePlace<T>.Whole(array, fileOrder, forReading: false), step => agreement.Step(call, step),
                part => agreement.Step(call, () => RawTransfer.Write(file, part()))));
        });
    }

    /// <summary>Reads a new array.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="path">Where the file is.</param>
    /// <param name="distribution">Shape and distribution of the array.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It has not the size of such an array.</exception>
    /// <remarks><b>Collective.</b> As numpy.fromfile.</remarks>
    public static DistArray<T> Read<T>(string path, Distribution distribution, MemoryOrder fileOrder) where T : unmanaged
    {
        return NewArray.Of<T>(distribution, array => Read(path, array, fileOrder));
    }

    /// <summary>Reads into an array that is there, such as a core's.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="path">Where the file is.</param>
    /// <param name="destination">Gets the values; its halos stay as they are.</param>
    /// <param name="fileOrder">Order in the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It has not the size of such an array; nothing was read.</exception>
    /// <remarks><b>Collective.</b> As numpy.fromfile.</remarks>
    public static void Read<T>(string path, DistArray<T> destination, MemoryOrder fileOrder) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(destination);
        ICommunicator communicator = destination.Distribution.Communicator;
        var agreement = new RankAgreement(communicator);
        string call = Call("Read", path, destination.Distribution, ElementTypes.Of<T>(), fileOrder), full = Path.GetFullPath(path);
        agreement.OnCall(call);
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
                long length = RandomAccess.GetLength(file), needed = destination.Size * sizeof(T);
                if (length != needed)
                    throw new InvalidDataException($"{full} has {length} bytes, and {destination.Size} elements of {ElementTypes.NameOf(ElementTypes.Of<T>())} "
                        + $"in shape {ShapeText(destination.Distribution)} need {needed}. Check shape, element type and that the file has no header.");
            });
            Slabs.Read(destination, FilePlace<T>.Whole(destination, fileOrder, forReading: true), step => agreement.Step(call, step), part => agreement.Step(call, () => RawTransfer.Read(file!, full, part())));
        }
        finally
        {
            file?.Dispose();
        }
    }

    private static string Call(string verb, string path, Distribution distribution, ElementType type, MemoryOrder order) =>
        $"RawFile.{verb}({path}, {ElementTypes.NameOf(type)} {ShapeText(distribution)}, {order})";

    private static string ShapeText(Distribution distribution) => $"({string.Join(", ", distribution.Shape.ToArray())})";
}
