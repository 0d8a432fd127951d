using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

public partial class Hdf5Group
{
    private static readonly Hdf5DatasetOptions DefaultOptions = new();

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
    public Hdf5Dataset Write<T>(string name, DistArray<T> array) where T : unmanaged => Write(name, array, DefaultOptions);

    /// <summary>Writes an array into a new dataset that is chunked, compressed, extendable or column-major.</summary>
    /// <typeparam name="T">Element type. Complex numbers and booleans are stored as h5py stores them.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group; missing groups above it are made.</param>
    /// <param name="array">The array, distributed over the file's ranks; of a replicated one rank 0's copy is written. Halos are not.</param>
    /// <param name="options">How it is laid out.</param>
    /// <returns>The dataset, with the array's Shape; where it is column-major, transposed to be so.</returns>
    /// <exception cref="ArgumentException">The options do not fit, or the array is distributed over other ranks than the file's.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <exception cref="NotSupportedException">It is to be compressed, and the file's ranks move data independently.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="Hdf5Exception">There is something of that name, or HDF5 could not write it.</exception>
    /// <remarks><b>Collective.</b> The distribution is noted in the attribute "distribution", in the words of the Distributed Array
    /// Protocol; nothing needs it. As h5py.Group.create_dataset.</remarks>
    public Hdf5Dataset Write<T>(string name, DistArray<T> array, Hdf5DatasetOptions options) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(options);
        string path = Hdf5Path.Combine(Path, name);
        ElementType elementType = ElementTypes.Of<T>();
        string call = Call("Write", path, array.Distribution.Shape, elementType, options == DefaultOptions ? "" : options.Text);
        File.ExpectWritable(call);
        Hdf5Dataset dataset = Hdf5Datasets.Write(File, call, path, array, elementType, options);
        return options.Order == MemoryOrder.ColumnMajor ? dataset.Transpose() : dataset;
    }

    /// <summary>Makes a dataset to be written in parts, or appended to.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group; missing groups above it are made.</param>
    /// <param name="shape">Shape of the array; axis 0 may be 0 where it can grow.</param>
    /// <param name="options">How it is laid out, or null for one plain piece.</param>
    /// <param name="fillValue">What stands where nothing was written.</param>
    /// <returns>The dataset, with that Shape; where it is column-major, transposed to be so.</returns>
    /// <exception cref="ArgumentException">The options do not fit the shape, or an extent is negative.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="Hdf5Exception">There is something of that name, or HDF5 could not make it.</exception>
    /// <remarks><b>Collective.</b> All of it is filled. As h5py.Group.create_dataset.</remarks>
    public unsafe Hdf5Dataset CreateDataset<T>(string name, ReadOnlySpan<long> shape, Hdf5DatasetOptions? options = null, T fillValue = default) where T : unmanaged
    {
        string path = Hdf5Path.Combine(Path, name);
        ElementType elementType = ElementTypes.Of<T>();
        Hdf5DatasetOptions layout = options ?? DefaultOptions;
        long[] extents = shape.ToArray();
        if (extents.Any(extent => extent < 0))
            throw new ArgumentException($"The shape ({string.Join(", ", extents)}) has a negative extent.", nameof(shape));
        string call = Call("CreateDataset", path, shape, elementType, layout.Text);
        using Hdf5Id dataset = Hdf5Creation.Create(File, call, path, extents, elementType, layout, static () => { }, new ReadOnlySpan<byte>(&fillValue, sizeof(T)).ToArray());
        return File.Run(call, default, () =>
        {
            Hdf5Creation.Note(File, dataset, path, layout, null);
            Hdf5Dataset made = Hdf5Dataset.Describe(File, path, dataset);
            return layout.Order == MemoryOrder.ColumnMajor ? made.Transpose() : made;
        });
    }

    /// <summary>Reads a dataset, or a part of it, into a new array of any distribution, whatever wrote it.</summary>
    /// <typeparam name="T">The element type that the dataset has.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group.</param>
    /// <param name="distribution">Distribution of the new array, over the file's ranks; its Shape must be that of the dataset or the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis of the dataset; an index takes its axis away. None: all of it.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="ArgumentException">The indices do not fit, or the distribution is over other ranks than the file's.</exception>
    /// <exception cref="Hdf5Exception">There is no such dataset, it has another shape or element type, it was written column-major
    /// (<see cref="Hdf5Dataset.Transpose"/>), or HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b> Only the part is read. As h5py.Dataset.__getitem__.</remarks>
    public DistArray<T> Read<T>(string name, Distribution distribution, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        AxisIndex[] kept = indices.ToArray();
        return NewArray.Of<T>(distribution, array => Read(name, array, kept));
    }

    /// <summary>Reads a dataset, or a part of it, into an array that is there, such as a core's.</summary>
    /// <typeparam name="T">The element type that the dataset has.</typeparam>
    /// <param name="name">Name of the dataset, seen from this group.</param>
    /// <param name="destination">Gets the values; its halos stay as they are. Its Shape must be that of the dataset or the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis of the dataset; an index takes its axis away. None: all of it.</param>
    /// <exception cref="ArgumentException">The indices do not fit, or the array is distributed over other ranks than the file's.</exception>
    /// <exception cref="Hdf5Exception">There is no such dataset, it has another shape or element type, it was written column-major
    /// (<see cref="Hdf5Dataset.Transpose"/>), or HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b> Any memory order and strides.</remarks>
    public void Read<T>(string name, DistArray<T> destination, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(destination);
        string path = Hdf5Path.Combine(Path, name);
        ElementType elementType = ElementTypes.Of<T>();
        AxisIndex[] copy = indices.ToArray();
        Hdf5Datasets.Read(File, Call("Read", path, destination.Distribution.Shape, elementType, Hdf5Selection.TextOf(copy)), path, destination, elementType, dataset => dataset.SelectAsStored(copy));
    }

    private static string Call(string verb, string path, ReadOnlySpan<long> shape, ElementType elementType, string how) =>
        $"{verb}({path}, {ElementTypes.NameOf(elementType)} ({string.Join(", ", shape.ToArray())}){(how.Length == 0 ? "" : $", {how}")})";
}
