using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

public sealed partial class Hdf5Dataset
{
    /// <summary>Reads all of it, or a part, into a new array of any distribution.</summary>
    /// <typeparam name="T">The element type that the dataset has.</typeparam>
    /// <param name="distribution">Distribution of the new array, over the file's ranks; its Shape is that of the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis, of this dataset's Shape; an index takes its axis away. None: all of it.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="ArgumentException">The indices do not fit, or the distribution is over other ranks than the file's.</exception>
    /// <exception cref="Hdf5Exception">The part has another shape or element type, or HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b> Only the part is read. As h5py.Dataset.__getitem__.</remarks>
    public DistArray<T> Read<T>(Distribution distribution, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        AxisIndex[] kept = indices.ToArray();
        return NewArray.Of<T>(distribution, array => Read(array, kept));
    }

    /// <summary>Reads all of it, or a part, into an array that is there.</summary>
    /// <typeparam name="T">The element type that the dataset has.</typeparam>
    /// <param name="destination">Gets the values; its halos stay as they are. Its Shape is that of the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis, of this dataset's Shape; an index takes its axis away. None: all of it.</param>
    /// <exception cref="ArgumentException">The indices do not fit, or the array is distributed over other ranks than the file's.</exception>
    /// <exception cref="Hdf5Exception">The part has another shape or element type, or HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b> Any memory order and strides. As h5py.Dataset.__getitem__.</remarks>
    public void Read<T>(DistArray<T> destination, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(destination);
        AxisIndex[] copy = indices.ToArray();
        ElementType elementType = ElementTypes.Of<T>();
        Hdf5Datasets.Read(File, Call("Read", destination.Distribution, elementType, copy), Path, destination, elementType, now => (_isReversed ? now.Transpose() : now).Select(copy));
    }

    /// <summary>Writes an array over all of it, or a part.</summary>
    /// <typeparam name="T">The element type that the dataset has.</typeparam>
    /// <param name="source">The values; its Shape is that of the part. Halos are not written.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis, of this dataset's Shape; an index takes its axis away. None: all of it.</param>
    /// <exception cref="ArgumentException">The indices do not fit, or the array is distributed over other ranks than the file's.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <exception cref="NotSupportedException">The dataset is compressed, and the file's ranks move data independently.</exception>
    /// <exception cref="Hdf5Exception">The part has another shape or element type, or HDF5 could not write it.</exception>
    /// <remarks><b>Collective.</b> In a file that is made anew, or open by <see cref="Hdf5File.OpenForUpdate"/>. As h5py.Dataset.__setitem__.</remarks>
    public void Write<T>(DistArray<T> source, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        AxisIndex[] copy = indices.ToArray();
        ElementType elementType = ElementTypes.Of<T>();
        Hdf5Datasets.WriteInto(File, Call("Write", source.Distribution, elementType, copy), Path, source, elementType, now => (_isReversed ? now.Transpose() : now).Select(copy));
    }

    /// <summary>Writes an array behind the end of axis 0, which grows.</summary>
    /// <typeparam name="T">The element type that the dataset has.</typeparam>
    /// <param name="source">Rows, of the dataset's Shape but for axis 0; or one row, an array without axis 0.</param>
    /// <exception cref="ArgumentException">The dataset cannot grow, or the array is distributed over other ranks than the file's.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <exception cref="IOException">The disk is full; nothing was changed.</exception>
    /// <exception cref="Hdf5Exception">The array has another shape or element type, or HDF5 could not write it.</exception>
    /// <remarks>
    /// <para><b>Collective.</b> This changes the file in place. A job that is killed meanwhile can leave a file that HDF5 does not open, with
    /// all earlier rows: where that matters, write a file a record (<see cref="FieldSeries"/>).</para>
    /// <para><see cref="Shape"/> of this object grows along; other objects of the same dataset are to be opened again.</para>
    /// </remarks>
    public void Append<T>(DistArray<T> source) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        ElementType elementType = ElementTypes.Of<T>();
        string call = Call("Append", source.Distribution, elementType, []);
        File.ExpectWritable(call);
        bool isRow = source.NDim == NDim - 1;
        long[] rows = isRow ? [1, .. source.Distribution.Shape] : source.Distribution.Shape.ToArray();
        long first = 0;
        Hdf5Dataset? now = null;
        File.Change(call, default, () =>
        {
            Expect.SameRanks(source.Distribution, File.Communicator, File.Name);
            // Asked before the dataset grows: the memory of one rank may be gone.
            _ = source.LocalView;
            Hdf5Names.ExpectKind(File, Path, H5I.type_t.DATASET);
            now = Describe(File, Path);
            now = _isReversed ? now.Transpose() : now;
            now.ExpectType(elementType);
            first = now.ExpectToGrow(rows);
            return 0;
        });
        long[] grown = [first + rows[0], .. rows[1..]], chunks = [.. now!.Chunks!];
        (long count, long bytes) = Hdf5Creation.SizeOf(rows, chunks, ElementTypes.SizeOf(elementType));
        File.ReserveAtEnd(bytes, count * 256);
        File.Run(call, default, () =>
        {
            using Hdf5Id dataset = Hdf5Library.Id(H5D.open(File.Id, Path, H5P.DEFAULT), $"open the dataset {Path}");
            SetExtent(dataset, now.Seen(grown));
            return 0;
        });
        _stored = now.Seen(grown);
        Write(source, isRow ? first : new Slice(first, first + rows[0]));
    }

    private long ExpectToGrow(long[] rows)
    {
        if (!IsExtendable || _chunks is null)
            throw new ArgumentException($"{Path} in {File.Name} cannot grow along axis 0. Make it with Hdf5DatasetOptions.IsExtendable.");
        if (rows.Length != NDim || !Shape.Skip(1).SequenceEqual(rows.Skip(1)))
            throw new Hdf5Exception($"Rows of shape ({string.Join(", ", rows)}) do not fit behind {Path} in {File.Name}, which has shape ({string.Join(", ", Shape)}): all axes but 0 must be the same.");
        return Shape[0];
    }

    private unsafe void SetExtent(Hdf5Id dataset, long[] stored)
    {
        fixed (ulong* extents = Array.ConvertAll(stored, extent => (ulong)extent))
            Hdf5Library.Check(H5D.set_extent(dataset, extents), $"extend the dataset {Path}");
    }

    private string Call(string verb, Distribution distribution, ElementType elementType, AxisIndex[] indices) =>
        $"{verb}({Path}[{Hdf5Selection.TextOf(indices)}]{(_isReversed ? " transposed" : "")}, {ElementTypes.NameOf(elementType)} ({string.Join(", ", distribution.Shape.ToArray())}))";
}
