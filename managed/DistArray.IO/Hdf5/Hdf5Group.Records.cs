using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace DistArray.IO;

public partial class Hdf5Group
{
    private const DynamicallyAccessedMemberTypes Fields = DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields;

    /// <summary>Writes structures of numbers, such as particles, into a new dataset: the rows of rank 0, then those of rank 1, and so on.</summary>
    /// <typeparam name="T">A structure whose fields are of element types; fields of properties go by the property's name.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group; missing groups above it are made.</param>
    /// <param name="mine">This rank's rows, any number of them.</param>
    /// <returns>The dataset, of shape (rows of all ranks).</returns>
    /// <exception cref="NotSupportedException">A field is of another type.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="Hdf5Exception">There is something of that name, or HDF5 could not write it.</exception>
    /// <remarks><b>Collective.</b> One all-gather of the numbers of rows. A compound type, which h5py reads as a structured array.</remarks>
    public Hdf5Dataset WriteRecords<[DynamicallyAccessedMembers(Fields)] T>(string name, ReadOnlySpan<T> mine) where T : unmanaged
    {
        string path = Hdf5Path.Combine(Path, name);
        var type = RecordType.Of<T>();
        string call = $"WriteRecords({path}, {type})";
        File.ExpectWritable(call);
        return Hdf5Rows.Write(File, call, path, MemoryMarshal.AsBytes(mine), type.Size, mine.Length, type.ToDatatype, contents: default);
    }

    /// <summary>Reads all rows of a dataset of structures, on every rank.</summary>
    /// <typeparam name="T">A structure; the dataset has its fields, by name and element type, and may have more, in any order.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="NotSupportedException">A field is of a type that is none of arrays.</exception>
    /// <exception cref="Hdf5Exception">There is no such dataset, it has not these fields or several axes, or HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public T[] ReadRecords<[DynamicallyAccessedMembers(Fields)] T>(string name) where T : unmanaged => Records<T>("ReadRecords", name, null);

    /// <summary>Reads some rows of a dataset of structures: other ones on every rank.</summary>
    /// <typeparam name="T">A structure; the dataset has its fields, by name and element type, and may have more, in any order.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group.</param>
    /// <param name="first">This rank's first row.</param>
    /// <param name="count">Number of this rank's rows.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ArgumentException">The dataset has not so many rows.</exception>
    /// <exception cref="NotSupportedException">A field is of a type that is none of arrays.</exception>
    /// <exception cref="Hdf5Exception">There is no such dataset, it has not these fields or several axes, or HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public T[] ReadRecords<[DynamicallyAccessedMembers(Fields)] T>(string name, long first, int count) where T : unmanaged => Records<T>("ReadRecords of parts", name, (first, count));

    private T[] Records<[DynamicallyAccessedMembers(Fields)] T>(string verb, string name, (long First, int Count)? part) where T : unmanaged
    {
        string path = Hdf5Path.Combine(Path, name);
        var type = RecordType.Of<T>();
        return Hdf5Rows.Read<T>(File, $"{verb}({path}, {type})", path, type, part);
    }
}
