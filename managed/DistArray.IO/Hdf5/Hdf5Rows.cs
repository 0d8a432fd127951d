using System.Runtime.InteropServices;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Datasets whose rows are no elements of arrays: structures and texts.</summary>
internal static unsafe class Hdf5Rows
{
    // What compression can make of a byte at most, and what is too little to matter.
    private const long MostExpansion = 1100, SmallSize = 1 << 20;

    /// <summary>Writes the rows of all ranks, one rank's after another's, into a new dataset of one axis.</summary>
    /// <param name="file">The file.</param>
    /// <param name="call">The call that it belongs to.</param>
    /// <param name="path">Where the dataset is to be.</param>
    /// <param name="rows">This rank's rows.</param>
    /// <param name="size">Bytes of a row.</param>
    /// <param name="mine">How many of them this rank writes.</param>
    /// <param name="makeType">Makes their datatype.</param>
    /// <param name="contents">What must be the same on every rank.</param>
    public static Hdf5Dataset Write(Hdf5File file, string call, string path, ReadOnlySpan<byte> rows, int size, int mine, Func<Hdf5Id> makeType, ReadOnlySpan<byte> contents)
    {
        file.Change(call, contents, () =>
        {
            Hdf5Names.ExpectFree(file.Id, path);
            return 0;
        });
        var counts = new long[file.Communicator.Size];
        file.Communicator.Allgather<long>([mine], counts);
        long total = counts.Sum(), first = counts.Take(file.Communicator.Rank).Sum();
        file.ReserveAtEnd(total * size, 0);
        fixed (byte* buffer = rows)
        {
            nint start = (nint)buffer;
            return file.Run(call, default, () =>
            {
                string action = $"write the dataset {path}";
                ulong extent = (ulong)total;
                using Hdf5Id links = Hdf5Names.WithParents(path), type = makeType(), space = Hdf5Library.Id(H5S.create_simple(1, &extent, null), action),
                    creation = Hdf5Library.Id(H5P.create(H5P.DATASET_CREATE), action);
                Hdf5Library.Check(H5P.set_alloc_time(creation, H5D.alloc_time_t.EARLY), action);
                Hdf5Library.Check(H5P.set_fill_time(creation, H5D.fill_time_t.NEVER), action);
                using Hdf5Id dataset = Hdf5Library.Id(H5D.create(file.Id, path, type, space, links, creation, H5P.DEFAULT), action);
                Move(file, dataset, type, space, first, mine, size, counts.Max(), start, isWriting: true, action);
                return Hdf5Dataset.Describe(file, path, dataset);
            });
        }
    }

    /// <summary>Reads rows of a dataset of structures.</summary>
    /// <param name="file">The file.</param>
    /// <param name="call">The call that it belongs to.</param>
    /// <param name="path">Where the dataset is.</param>
    /// <param name="record">What a row is.</param>
    /// <param name="part">This rank's first row and number of rows, or null for all.</param>
    public static T[] Read<T>(Hdf5File file, string call, string path, RecordType record, (long First, int Count)? part) where T : unmanaged
    {
        T[] rows = [];
        (long First, int Count) mine = default;
        file.Run(call, default, () =>
        {
            using Hdf5Id dataset = Open(file, path), type = Hdf5Library.Id(H5D.get_type(dataset), $"read the type of {path}");
            record.ExpectIn(type, path);
            long total = Single(file, path, dataset);
            mine = part ?? (0, checked((int)total));
            if (mine.First < 0 || mine.Count < 0 || mine.First > total - mine.Count)
                throw new ArgumentException($"{path} has {total} rows, and {mine.Count} from {mine.First} on were asked for.");
            ExpectPlausible(file, path, mine.Count, (long)H5T.get_size(type));
            rows = new T[mine.Count];
            return 0;
        });
        var counts = new long[file.Communicator.Size];
        file.Communicator.Allgather<long>([rows.Length], counts);
        fixed (T* buffer = rows)
        {
            nint start = (nint)buffer;
            file.Run(call, default, () =>
            {
                string action = $"read the dataset {path}";
                using Hdf5Id dataset = Open(file, path), memory = record.ToDatatype(), space = Hdf5Library.Id(H5D.get_space(dataset), action);
                Move(file, dataset, memory, space, mine.First, mine.Count, sizeof(T), counts.Max(), start, isWriting: false, action);
                return 0;
            });
        }
        return rows;
    }

    /// <summary>Reads all texts of a dataset.</summary>
    public static string[] ReadTexts(Hdf5File file, string path)
    {
        string action = $"read the dataset {path}";
        using Hdf5Id dataset = Open(file, path), type = Hdf5Library.Id(H5D.get_type(dataset), action), space = Hdf5Library.Id(H5D.get_space(dataset), action);
        if (H5T.get_class(type) != H5T.class_t.STRING)
        {
            _ = Hdf5Datatype.Identify(type, out string found);
            throw new Hdf5Exception($"{path} in {file.Name} holds {found}, and texts were asked for. Read it as what it is, and convert.");
        }
        long count = H5S.get_simple_extent_npoints(space);
        if (count < 0)
            throw Hdf5Library.Failure(action);
        bool isVariable = Hdf5Library.Check(H5T.is_variable_str(type), action) > 0;
        int size = isVariable ? sizeof(nint) : checked((int)H5T.get_size(type));
        ExpectPlausible(file, path, count, size);
        byte[] bytes = new byte[checked((int)(count * size))];
        fixed (byte* buffer = bytes)
        {
            if (count > 0)
                Hdf5Library.Check(H5D.read(dataset, type, H5S.ALL, H5S.ALL, H5P.DEFAULT, buffer), action);
            if (!isVariable)
                return Hdf5Text.Decode(bytes, type);
            string[] texts = new string[count];
            for (int i = 0; i < texts.Length; i++)
                texts[i] = Marshal.PtrToStringUTF8(((nint*)buffer)[i]) ?? "";
            _ = count > 0 ? Hdf5Library.Check(H5D.vlen_reclaim(type, space, H5P.DEFAULT, buffer), action) : 0;
            return texts;
        }
    }

    private static Hdf5Id Open(Hdf5File file, string path)
    {
        Hdf5Names.ExpectKind(file, path, H5I.type_t.DATASET);
        return Hdf5Library.Id(H5D.open(file.Id, path, H5P.DEFAULT), $"open the dataset {path}");
    }

    private static long Single(Hdf5File file, string path, Hdf5Id dataset)
    {
        Hdf5Dataset description = Hdf5Dataset.Describe(file, path, dataset);
        return description.NDim switch
        {
            0 => 1,
            1 => description.Shape[0],
            _ => throw new Hdf5Exception($"{path} in {file.Name} has shape ({string.Join(", ", description.Shape)}), and rows are read from one axis."),
        };
    }

    /// <summary>Refuses what a damaged file claims to hold, before memory is taken for it.</summary>
    private static void ExpectPlausible(Hdf5File file, string path, long count, long size)
    {
        double bytes = (double)count * size, most = (double)new FileInfo(file.Name).Length * MostExpansion;
        if (bytes > SmallSize && bytes > most)
            throw new Hdf5Exception($"{path} in {file.Name} claims {count} rows of {size} bytes, more than a file of {most / MostExpansion} bytes can hold. It is damaged.");
    }

    /// <summary>Moves a rank's rows in rounds that all ranks make together.</summary>
    private static void Move(Hdf5File file, Hdf5Id dataset, Hdf5Id type, Hdf5Id space, long first, long count, int size, long most, nint buffer, bool isWriting, string action)
    {
        using Hdf5Id transfer = Hdf5Library.Id(H5P.create(H5P.DATASET_XFER), action);
        if (isWriting && file.Communicator.Size > 1 && file.Transfer == Hdf5TransferMode.Collective)
            Hdf5Library.Check(H5P.set_dxpl_mpio(transfer, H5FD.mpio_xfer_t.COLLECTIVE), action);
        long limit = Math.Max(TransferLimits.BytesOfRound / size, 1);
        bool isSingle = Hdf5Library.Check(H5S.get_simple_extent_ndims(space), action) == 0;
        byte nothing;
        for (long done = 0; done < most; done += limit)
        {
            ulong start = (ulong)(first + done), part = (ulong)Math.Clamp(count - done, 0, limit);
            using Hdf5Id memory = Hdf5Library.Id(H5S.create_simple(1, &part, null), action);
            if (part == 0)
                Hdf5Library.Check(H5S.select_none(space), action);
            else if (!isSingle)
                Hdf5Library.Check(H5S.select_hyperslab(space, H5S.seloper_t.SET, &start, null, &part, null), action);
            void* rows = part == 0 ? &nothing : (byte*)buffer + (done * size);
            Hdf5Library.Check(isWriting ? H5D.write(dataset, type, memory, space, transfer, rows) : H5D.read(dataset, type, memory, space, transfer, rows), action);
        }
    }
}
