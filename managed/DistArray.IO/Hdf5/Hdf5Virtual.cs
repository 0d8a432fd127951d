using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Virtual datasets: one dataset whose elements lie in other files.</summary>
internal static unsafe class Hdf5Virtual
{
    /// <summary>Makes a dataset of a field of several files, one after another along axis 0.</summary>
    /// <param name="file">The file that gets it.</param>
    /// <param name="path">Where in the file.</param>
    /// <param name="field">The field: path, shape and type in each file.</param>
    /// <param name="count">Extent of axis 0.</param>
    /// <param name="sources">Places along axis 0, and the files that belong there, in the same folder, with their datasets.</param>
    public static void Create(Hdf5File file, string path, SeriesField field, int count, List<(int Place, string File, string Dataset)> sources) => file.Change($"virtual dataset {path}", default, () =>
    {
        string action = $"create the virtual dataset {path}";
        ulong[] shape = [.. field.Shape.Select(extent => (ulong)extent)], whole = [(ulong)count, .. shape], start = new ulong[whole.Length], block = [1, .. shape];
        file.ReserveMetadata(sources.Sum(source => source.File.Length + source.Dataset.Length + (16 * whole.Length) + 64));
        fixed (ulong* extents = shape, all = whole, first = start, size = block)
        {
            using Hdf5Id links = Hdf5Names.WithParents(path), type = Hdf5Datatype.Of(field.Type), creation = Hdf5Library.Id(H5P.create(H5P.DATASET_CREATE), action),
                space = Hdf5Library.Id(H5S.create_simple(whole.Length, all, null), action),
                source = Hdf5Library.Id(shape.Length == 0 ? H5S.create(H5S.class_t.SCALAR) : H5S.create_simple(shape.Length, extents, null), action);
            Hdf5Library.Check(H5P.set_layout(creation, H5D.layout_t.VIRTUAL), action);
            SetFill(creation, field.Type, action);
            foreach ((int place, string name, string dataset) in shape.Contains(0UL) ? [] : sources)
            {
                start[0] = (ulong)place;
                Hdf5Library.Check(H5S.select_hyperslab(space, H5S.seloper_t.SET, first, null, size, null), action);
                Hdf5Library.Check(H5P.set_virtual(creation, space, Literal(name), Literal(dataset), source), action);
            }
            Hdf5Library.Check(H5S.select_all(space), action);
            using Hdf5Id made = Hdf5Library.Id(H5D.create(file.Id, path, type, space, links, creation, H5P.DEFAULT), action);
        }
        return 0;
    });

    /// <summary>The files and datasets that a virtual dataset refers to; none where it is not virtual.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static List<(string File, string Dataset)> Sources(Hdf5File file, string path) => file.Run($"sources of {path}", default, () =>
    {
        string action = $"read the sources of {path}";
        using Hdf5Id dataset = Hdf5Library.Id(H5D.open(file.Id, path, H5P.DEFAULT), action), creation = Hdf5Library.Id(H5D.get_create_plist(dataset), action);
        var names = new List<(string, string)>();
        if (H5P.get_layout(creation) != H5D.layout_t.VIRTUAL)
            return names;
        nuint count;
        Hdf5Library.Check(H5P.get_virtual_count(creation, &count), action);
        for (nuint i = 0; i < count; i++)
        {
            nuint index = i;
            names.Add((Plain(Hdf5Names.Text((buffer, size) => H5P.get_virtual_filename(creation, index, (byte*)buffer, size), action)),
                Plain(Hdf5Names.Text((buffer, size) => H5P.get_virtual_dsetname(creation, index, (byte*)buffer, size), action))));
        }
        return names;
    });

    /// <summary>Opens a virtual dataset by this rank alone: parallel HDF5 1.10 refuses to read them together.</summary>
    /// <returns>The dataset, which holds its file open.</returns>
    public static Hdf5Id OpenAlone(Hdf5File file, string path)
    {
        string action = $"open the virtual dataset {path}";
        using Hdf5Id access = Hdf5Library.Id(H5P.create(H5P.FILE_ACCESS), action);
        // The file closes with the dataset.
        Hdf5Library.Check(H5P.set_fclose_degree(access, H5F.close_degree_t.WEAK), action);
        using Hdf5Id own = Hdf5Library.Id(H5F.open(file.Name, H5F.ACC_RDONLY, access), action);
        return Hdf5Library.Id(H5D.open(own, path, H5P.DEFAULT), action);
    }

    private static void SetFill(Hdf5Id creation, ElementType type, string action)
    {
        if (type is not (ElementType.Float32 or ElementType.Float64))
            return;
        double missing = double.NaN;
        Hdf5Library.Check(H5P.set_fill_value(creation, H5T.NATIVE_DOUBLE, &missing), action);
    }

    // HDF5 counts files where it finds %b.
    private static string Literal(string name) => name.Replace("%", "%%", StringComparison.Ordinal);

    private static string Plain(string name) => name.Replace("%%", "%", StringComparison.Ordinal);
}
