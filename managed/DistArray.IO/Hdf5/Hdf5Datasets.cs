using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Writes and reads datasets: collective steps, the outcome of each shared by the ranks.</summary>
internal static unsafe class Hdf5Datasets
{
    /// <summary>Writes an array into a new dataset.</summary>
    public static Hdf5Dataset Write<T>(Hdf5File file, string call, string path, DistArray<T> array, ElementType elementType, Hdf5DatasetOptions options) where T : unmanaged
    {
        Hdf5Id? dataset = null;
        try
        {
            dataset = Hdf5Creation.Create(file, call, path, array.Distribution.Shape.ToArray(), elementType, options, () =>
            {
                Expect.SameRanks(array.Distribution, file.Communicator, file.Name);
                // Asked before anything is made: the memory of one rank may be gone.
                _ = array.LocalView;
            });
            Slabs.Write(array, FilePlace<T>.Whole(array, options.Order, forReading: false), step => file.Agreement.Step(call, step), part => Move(file, call, dataset.Value, part, transfer => transfer.Write()));
            return file.Run(call, default, () =>
            {
                Hdf5Creation.Note(file, dataset.Value, path, options, array.Distribution);
                return Hdf5Dataset.Describe(file, path, dataset.Value);
            });
        }
        finally
        {
            dataset?.Dispose();
        }
    }

    /// <summary>Writes an array into a part of a dataset that is there.</summary>
    public static void WriteInto<T>(Hdf5File file, string call, string path, DistArray<T> source, ElementType elementType, Func<Hdf5Dataset, Hdf5Selection> select) where T : unmanaged
    {
        file.ExpectWritable(call);
        file.ReserveMetadata();
        // Of a compressed chunk the rest is read before it is written: where that fails on one rank, the others would wait in the collective write. It is tried before, while
        // nothing is written and with the dataset open for that alone: HDF5 keeps the place of the chunk that it read last, which a write of the others may change.
        if (!file.IsNew && file.Communicator.Size > 1 && IsFiltered(file, call, path))
            Within<T>(file, call, path, source.Distribution, elementType, select, isWriting: false, (selection, move) => move(selection.Place(source, forReading: false).Own, transfer => transfer.Probe(), true));
        Within<T>(file, call, path, source.Distribution, elementType, select, isWriting: true, (selection, move) =>
            Slabs.Write(source, selection.Place(source, forReading: false), step => file.Agreement.Step(call, step), part => move(part, transfer => transfer.Write(), false)));
    }

    /// <summary>Reads a part of a dataset into an array.</summary>
    public static void Read<T>(Hdf5File file, string call, string path, DistArray<T> destination, ElementType elementType, Func<Hdf5Dataset, Hdf5Selection> select) where T : unmanaged =>
        Within<T>(file, call, path, destination.Distribution, elementType, select, isWriting: false, (selection, move) =>
            Slabs.Read(destination, selection.Place(destination, forReading: true), step => file.Agreement.Step(call, step), part => move(part, transfer => transfer.Read(), false)));

    private static void Within<T>(Hdf5File file, string call, string path, Distribution distribution, ElementType elementType, Func<Hdf5Dataset, Hdf5Selection> select, bool isWriting,
        Action<Hdf5Selection, Action<Func<LocalPart<T>>, Action<Hdf5Transfer<T>>, bool>> through) where T : unmanaged
    {
        Hdf5Id? dataset = null, alone = null;
        Hdf5Selection? selection = null;
        bool isTogether = true;
        try
        {
            dataset = file.Run<Hdf5Id?>(call, default, () =>
            {
                Expect.SameRanks(distribution, file.Communicator, file.Name);
                Hdf5Names.ExpectKind(file, path, H5I.type_t.DATASET);
                Hdf5Id found = Hdf5Library.Id(H5D.open(file.Id, path, H5P.DEFAULT), $"open the dataset {path}");
                try
                {
                    Hdf5Dataset description = Hdf5Dataset.Describe(file, path, found);
                    description.ExpectType(elementType);
                    selection = select(description);
                    description.ExpectShape(selection.Shape, distribution.Shape);
                    if (isWriting && file.Communicator.Size > 1 && file.Transfer == Hdf5TransferMode.Independent && IsFiltered(path, found))
                        throw new NotSupportedException($"{path} is compressed, and several ranks can write it only together. Set the file's Transfer to Hdf5TransferMode.Collective.");
                    // Where a chunk of a damaged file fails on one rank, the others would wait in the collective read.
                    isTogether = isWriting || description.Chunks is null || file.IsNew;
                    if (description.IsVirtual && file.Communicator.Size > 1 && !file.IsWritable)
                        alone = Hdf5Virtual.OpenAlone(file, path);
                    return found;
                }
                catch
                {
                    found.Dispose();
                    throw;
                }
            });
            through(selection!, (part, move, isProbe) => Move(file, call, alone ?? dataset!.Value, part, move, isTogether && alone is null, isProbe));
        }
        finally
        {
            alone?.Dispose();
            dataset?.Dispose();
        }
    }

    private static void Move<T>(Hdf5File file, string call, Hdf5Id dataset, Func<LocalPart<T>> part, Action<Hdf5Transfer<T>> move, bool isTogether = true, bool isProbe = false) where T : unmanaged
    {
        Hdf5Transfer<T>? transfer = null;
        try
        {
            file.Agreement.Step(call, () =>
            {
                lock (Hdf5Library.Gate)
                    transfer = new Hdf5Transfer<T>(file, call, dataset, part(), isTogether, isProbe);
            });
            move(transfer!);
        }
        finally
        {
            transfer?.Dispose();
        }
    }

    private static bool IsFiltered(Hdf5File file, string call, string path) => file.Run(call, default, () =>
    {
        Hdf5Names.ExpectKind(file, path, H5I.type_t.DATASET);
        using Hdf5Id dataset = Hdf5Library.Id(H5D.open(file.Id, path, H5P.DEFAULT), $"open the dataset {path}");
        return IsFiltered(path, dataset);
    });

    private static bool IsFiltered(string path, Hdf5Id dataset)
    {
        using Hdf5Id creation = Hdf5Library.Id(H5D.get_create_plist(dataset), $"read the layout of {path}");
        return Hdf5Library.Check(H5P.get_nfilters(creation), $"read the layout of {path}") > 0;
    }
}
