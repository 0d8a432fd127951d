using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

public partial class Hdf5Group
{
    /// <summary>Writes an array into a new dataset.</summary>
    /// <typeparam name="T">Element type. Complex numbers and booleans are stored as h5py stores them.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group; missing groups above it are made.</param>
    /// <param name="array">The array, distributed over the file's ranks; of a replicated one rank 0's copy is written. Halos are not.</param>
    /// <returns>The dataset: its shape is the array's Shape, in row-major order whatever the order in memory.</returns>
    /// <exception cref="ArgumentException">The array is distributed over other ranks than the file's.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="Hdf5Exception">There is something of that name, or HDF5 could not write it.</exception>
    /// <remarks><b>Collective.</b> Memory that is not in the file's order goes through a buffer of 16 MB. As h5py.Group.create_dataset.</remarks>
    public Hdf5Dataset Write<T>(string name, DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        string path = Hdf5Path.Combine(Path, name);
        ElementType elementType = ElementTypes.Of<T>();
        string call = Call("Write", path, array.Distribution, elementType);
        File.ExpectWritable(call);
        return Hdf5Datasets.Write(File, call, path, array, elementType);
    }

    /// <summary>Reads a dataset into a new array of any distribution, whatever wrote it.</summary>
    /// <typeparam name="T">The element type that the dataset has.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group.</param>
    /// <param name="distribution">Distribution of the new array, over the file's ranks; its Shape must be the dataset's.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="ArgumentException">The distribution is over other ranks than the file's.</exception>
    /// <exception cref="Hdf5Exception">There is no such dataset, it has another shape or element type, or HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public DistArray<T> Read<T>(string name, Distribution distribution) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(distribution);
        DistArray<T> array = Np.Zeros<T>(distribution);
        try
        {
            Read(name, array);
            return array;
        }
        catch
        {
            array.Dispose();
            throw;
        }
    }

    /// <summary>Reads a dataset into an array that is there, such as a core's.</summary>
    /// <typeparam name="T">The element type that the dataset has.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group.</param>
    /// <param name="destination">Gets the values; its halos stay as they are. Its Shape must be the dataset's.</param>
    /// <exception cref="ArgumentException">The array is distributed over other ranks than the file's.</exception>
    /// <exception cref="Hdf5Exception">There is no such dataset, it has another shape or element type, or HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b> Any memory order and strides.</remarks>
    public void Read<T>(string name, DistArray<T> destination) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(destination);
        string path = Hdf5Path.Combine(Path, name);
        ElementType elementType = ElementTypes.Of<T>();
        Hdf5Datasets.Read(File, Call("Read", path, destination.Distribution, elementType), path, destination, elementType);
    }

    private static string Call(string verb, string path, Distribution distribution, ElementType elementType) =>
        $"{verb}({path}, {ElementTypes.NameOf(elementType)} ({string.Join(", ", distribution.Shape.ToArray())}))";
}
