using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Creates, writes and reads datasets: collective steps, the outcome of each shared by the ranks.</summary>
internal static unsafe class Hdf5Datasets
{
    /// <summary>Writes an array into a new dataset.</summary>
    public static Hdf5Dataset Write<T>(Hdf5File file, string call, string path, DistArray<T> array, ElementType elementType) where T : unmanaged
    {
        Hdf5Id? dataset = null;
        try
        {
            dataset = file.Change<Hdf5Id?>(call, default, () =>
            {
                ExpectRanks(file, array.Distribution);
                return Create(file, path, array.Distribution.Shape, elementType);
            });
            long bytes = array.Size * sizeof(T);
            ulong offset = 0;
            lock (Hdf5Library.Gate)
                offset = bytes == 0 ? 0 : H5D.get_offset(dataset!.Value);
            file.Reserve((long)offset, bytes);
            Move(file, call, dataset!.Value, () => LocalParts.Owned(array, MemoryOrder.RowMajor), transfer => transfer.Write());
            GC.KeepAlive(array);
            return file.Run(call, default, () => Hdf5Dataset.Describe(file, path));
        }
        finally
        {
            dataset?.Dispose();
        }
    }

    /// <summary>Reads a dataset into an array.</summary>
    public static void Read<T>(Hdf5File file, string call, string path, DistArray<T> destination, ElementType elementType) where T : unmanaged
    {
        Hdf5Id? dataset = null;
        try
        {
            dataset = file.Run<Hdf5Id?>(call, default, () =>
            {
                ExpectRanks(file, destination.Distribution);
                Hdf5Names.ExpectKind(file, path, H5I.type_t.DATASET);
                Hdf5Id found = Hdf5Library.Id(H5D.open(file.Id, path, H5P.DEFAULT), $"open the dataset {path}");
                try
                {
                    Hdf5Dataset.Describe(file, path, found).Expect(elementType, destination.Distribution.Shape);
                    return found;
                }
                catch
                {
                    found.Dispose();
                    throw;
                }
            });
            Move(file, call, dataset!.Value, () => LocalParts.Owned(destination, MemoryOrder.RowMajor, forReading: true), transfer => transfer.Read());
            GC.KeepAlive(destination);
        }
        finally
        {
            dataset?.Dispose();
        }
    }

    private static void Move<T>(Hdf5File file, string call, Hdf5Id dataset, Func<LocalPart<T>> part, Action<Hdf5Transfer<T>> move) where T : unmanaged
    {
        Hdf5Transfer<T>? transfer = null;
        try
        {
            file.Agreement.Step(call, () =>
            {
                lock (Hdf5Library.Gate)
                    transfer = new Hdf5Transfer<T>(file, call, dataset, part());
            });
            move(transfer!);
        }
        finally
        {
            transfer?.Dispose();
        }
    }

    private static Hdf5Id Create(Hdf5File file, string path, ReadOnlySpan<long> shape, ElementType elementType)
    {
        string action = $"create the dataset {path}";
        Hdf5Names.ExpectFree(file.Id, path);
        using Hdf5Id links = Hdf5Names.WithParents(path), type = Hdf5Datatype.Of(elementType), space = Space(shape),
            creation = Hdf5Library.Id(H5P.create(H5P.DATASET_CREATE), action);
        Hdf5Library.Check(H5P.set_alloc_time(creation, H5D.alloc_time_t.EARLY), action);
        // Every element is written, so nothing is filled before.
        Hdf5Library.Check(H5P.set_fill_time(creation, H5D.fill_time_t.NEVER), action);
        return Hdf5Library.Id(H5D.create(file.Id, path, type, space, links, creation, H5P.DEFAULT), action);
    }

    private static Hdf5Id Space(ReadOnlySpan<long> shape)
    {
        ulong* extents = stackalloc ulong[shape.Length + 1];
        for (int axis = 0; axis < shape.Length; axis++)
            extents[axis] = (ulong)shape[axis];
        return Hdf5Library.Id(shape.Length == 0 ? H5S.create(H5S.class_t.SCALAR) : H5S.create_simple(shape.Length, extents, null), "make a dataspace");
    }

    private static void ExpectRanks(Hdf5File file, Distribution distribution)
    {
        ICommunicator ranks = distribution.Communicator;
        if (ranks.Size != file.Communicator.Size || ranks.Rank != file.Communicator.Rank)
            throw new ArgumentException($"The array is distributed over {ranks.Size} ranks (this one is rank {ranks.Rank}), and {file.Name} is open on {file.Communicator.Size} "
                + $"(this one is rank {file.Communicator.Rank}). Open the file on the array's communicator, or redistribute the array.");
    }
}
