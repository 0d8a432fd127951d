namespace DistArray.IO;

/// <summary>Saves an array in one line.</summary>
public static class DistArrayFiles
{
    /// <summary>Writes an array as the only dataset of a new HDF5 file, which takes the place of an older one when it is complete.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="dataset">Name of the dataset.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full; the older file stays.</exception>
    /// <exception cref="Hdf5Exception">HDF5 could not write it; the older file stays.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void Save<T>(this DistArray<T> array, string path, string dataset) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        Hdf5File.Save(path, array.Distribution.Communicator, file => file.Write(dataset, array));
    }
}
