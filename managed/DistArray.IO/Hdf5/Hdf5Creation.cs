using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Makes datasets.</summary>
internal static unsafe class Hdf5Creation
{
    /// <summary>Attribute of a dataset whose axes are those of the array in reverse.</summary>
    public const string OrderName = "axis_order";

    private const string ColumnMajorText = "column-major", DistributionName = "distribution";
    private const int MetadataOfChunk = 256;

    /// <summary>Makes a dataset and takes the disk space that it needs.</summary>
    /// <param name="file">The file.</param>
    /// <param name="call">The call that it belongs to.</param>
    /// <param name="path">Where it is to be.</param>
    /// <param name="shape">Shape of the array.</param>
    /// <param name="elementType">Its element type.</param>
    /// <param name="options">How it is laid out.</param>
    /// <param name="check">Throws where the call makes no sense.</param>
    /// <param name="fill">Bytes of the element that stands where nothing was written; none where all of it will be.</param>
    /// <returns>The open dataset, the caller's.</returns>
    /// <remarks><b>Collective.</b></remarks>
    public static Hdf5Id Create(Hdf5File file, string call, string path, long[] shape, ElementType elementType, Hdf5DatasetOptions options, Action check, byte[]? fill = null)
    {
        long[]? chunks = null;
        long count = 0, bytes = 0;
        file.Change(call, fill, () =>
        {
            check();
            Hdf5Names.ExpectFree(file.Id, path);
            chunks = Hdf5Chunks.Choose(options, shape, ElementTypes.SizeOf(elementType));
            if (chunks is not null && options.Gzip is not null && file.Communicator.Size > 1 && file.Transfer == Hdf5TransferMode.Independent)
                throw new NotSupportedException($"{path} is to be compressed, and several ranks can write it only together. Set the file's Transfer to Hdf5TransferMode.Collective.");
            (count, bytes) = SizeOf(shape, chunks, ElementTypes.SizeOf(elementType));
            return 0;
        });
        bool isPlain = chunks is null && fill is null;
        if (!isPlain)
            file.ReserveAtEnd(bytes, count * MetadataOfChunk);
        Hdf5Id? made = null;
        file.Agreement.Step(call, () =>
        {
            lock (Hdf5Library.Gate)
                made = CreateNow(file, path, shape, elementType, options, chunks, fill);
        });
        if (isPlain)
        {
            ulong offset = 0;
            lock (Hdf5Library.Gate)
                offset = bytes == 0 ? 0 : H5D.get_offset(made!.Value);
            try
            {
                file.ReserveData((long)offset, bytes);
            }
            catch
            {
                made!.Value.Dispose();
                throw;
            }
        }
        return made!.Value;
    }

    /// <summary>Notes in attributes what the file does not say of the array: the order of its axes, and its distribution.</summary>
    public static void Note(Hdf5File file, Hdf5Id dataset, string path, Hdf5DatasetOptions options, Distribution? distribution)
    {
        if (options.Order == MemoryOrder.ColumnMajor)
            Hdf5Attributes.WriteText(dataset, OrderName, ColumnMajorText, path);
        if (distribution is null)
            return;
        string text = DistributionText.Of(distribution);
        file.ReserveMetadata(text.Length);
        Hdf5Attributes.WriteText(dataset, DistributionName, text, path);
    }

    private static Hdf5Id CreateNow(Hdf5File file, string path, long[] shape, ElementType elementType, Hdf5DatasetOptions options, long[]? chunks, byte[]? fill)
    {
        string action = $"create the dataset {path}";
        using Hdf5Id links = Hdf5Names.WithParents(path), type = Hdf5Datatype.Of(elementType), space = Space(shape, options),
            creation = Hdf5Library.Id(H5P.create(H5P.DATASET_CREATE), action);
        Hdf5Library.Check(H5P.set_alloc_time(creation, H5D.alloc_time_t.EARLY), action);
        fixed (byte* value = fill)
        {
            if (value is not null)
                Hdf5Library.Check(H5P.set_fill_value(creation, type, value), action);
        }
        // Where every element is written, nothing is filled before.
        Hdf5Library.Check(H5P.set_fill_time(creation, fill is null ? H5D.fill_time_t.NEVER : H5D.fill_time_t.ALLOC), action);
        if (chunks is not null)
        {
            fixed (ulong* extents = Stored(chunks, options.Order))
                Hdf5Library.Check(H5P.set_chunk(creation, chunks.Length, extents), action);
            if (options.Shuffle)
                Hdf5Library.Check(H5P.set_shuffle(creation), action);
            if (options.Gzip is { } level)
                Hdf5Library.Check(H5P.set_deflate(creation, (uint)level), action);
        }
        return Hdf5Library.Id(H5D.create(file.Id, path, type, space, links, creation, H5P.DEFAULT), action);
    }

    private static Hdf5Id Space(long[] shape, Hdf5DatasetOptions options)
    {
        if (shape.Length == 0)
            return Hdf5Library.Id(H5S.create(H5S.class_t.SCALAR), "make a dataspace");
        ulong[] extents = Stored(shape, options.Order), most = [.. extents];
        if (options.IsExtendable)
            most[options.Order == MemoryOrder.RowMajor ? 0 : ^1] = ulong.MaxValue;
        fixed (ulong* now = extents, later = most)
            return Hdf5Library.Id(H5S.create_simple(shape.Length, now, later), "make a dataspace");
    }

    private static ulong[] Stored(long[] extents, MemoryOrder order)
    {
        ulong[] stored = Array.ConvertAll(extents, extent => (ulong)extent);
        if (order == MemoryOrder.ColumnMajor)
            Array.Reverse(stored);
        return stored;
    }

    /// <summary>Chunks, and bytes of all of them.</summary>
    public static (long Count, long Bytes) SizeOf(long[] shape, long[]? chunks, int elementSize)
    {
        long count = 1, bytes = elementSize;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            long along = chunks is null ? 1 : (shape[axis] + chunks[axis] - 1) / chunks[axis];
            count = checked(count * along);
            bytes = checked(bytes * (chunks is null ? shape[axis] : along * chunks[axis]));
        }
        return (chunks is null ? 0 : count, bytes);
    }
}
