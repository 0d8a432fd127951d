using DistArray.Cli.Files;
using DistArray.IO;

namespace DistArray.Cli.Showing;

/// <summary>Looks into open files.</summary>
internal static class ShownFiles
{
    /// <summary>What is in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="name">What of it, or null for all.</param>
    /// <param name="world">The ranks.</param>
    /// <remarks><b>Collective.</b></remarks>
    public static ShownFile Of(ArrayFile file, string? name, ICommunicator world)
    {
        ShownFile shown = file switch
        {
            Hdf5ArrayFile hdf5 => OfHdf5(hdf5, name, world),
            NpyArrayFile npy => new ShownFile(file.Path, ".npy", BytesOf(file.Path), [Item(file.Arrays[0])])
            {
                Form = $"version {npy.Header.Version}{(npy.Header.IsBigEndian ? ", big-endian" : "")}",
            },
            NpzArrayFile npz => new ShownFile(file.Path, ".npz", BytesOf(file.Path),
                [.. file.Arrays.Select(array => Item(array) with { Filters = npz.IsCompressed(array) ? ["deflate"] : null }), .. file.Others.Select(other => new ShownItem(other, "no array"))]),
            DnpyArrayFile dnpy => new ShownFile(file.Path, ".dnpy", dnpy.Info.Files.Sum(BytesOf), [Item(file.Arrays[0]) with { Distribution = TextOf(dnpy.Info) }])
            {
                Form = $"{dnpy.Info.Files.Count} files",
            },
            FortranArrayFile fortran => OfRecords(fortran),
            TableArrayFile table => new ShownFile(file.Path, file.Format == FileFormat.Csv ? "CSV" : "table", BytesOf(file.Path), [.. table.Table.Columns.Select(column =>
                new ShownItem(column.Name, "column") { Type = "float64", Shape = [table.Table.RowCount], Attributes = column.Unit is null ? null : new Dictionary<string, object> { ["unit"] = column.Unit } })]),
            _ => throw new NotSupportedException($"{file.Format}"),
        };
        if (name is null || file is Hdf5ArrayFile) return shown;
        string wanted = file.Find(name).Name;
        return shown with { Items = [.. shown.Items.Where(item => item.Path == wanted)] };
    }

    private static ShownFile OfHdf5(Hdf5ArrayFile file, string? name, ICommunicator world)
    {
        ShownItem[] items;
        if (name == "/") name = null;
        string group = $"/{name?.Trim('/')}";
        if (name is null) items = [.. Hdf5Items.Of(file.File)];
        else if (!Hdf5ArrayFile.IsName(group)) throw new UsageException($"{file.Path} has nothing of the name '{name}'. Names have single slashes between, such as fields/u; / is all of the file.");
        else if (file.File.GetNames().Count > 0 && file.HasGroup(group)) items = [.. Hdf5Items.Of(file.File.OpenGroup(group))];
        else if (file.File.Contains(group)) items = [Hdf5Items.Of(file.File.OpenDataset(group))];
        else items = [Hdf5Items.Of(file.File.OpenDataset(file.Find(name).Name))];
        var shown = new ShownFile(file.Path, "HDF5", BytesOf(file.Path), items);
        if (name is not null) return shown;
        if (file.IsCheckpoint)
        {
            CheckpointInfo info = Checkpoint.Inspect(file.Path, world);
            return shown with { Format = "checkpoint (HDF5)", Checkpoint = info.Provenance, Step = info.Step, Items = [.. items.Where(item => item.Path != "/checkpoint")] };
        }
        if (!file.IsSeries) return shown;
        var series = FieldSeries.Open(file.Path, world);
        return shown with { Format = "series (HDF5)", Series = [.. series.Steps.Zip(series.Times, (step, time) => new ShownRecord(step, time))] };
    }

    private static ShownFile OfRecords(FortranArrayFile file)
    {
        IEnumerable<ShownItem> records = Enumerable.Range(0, (int)Math.Min(file.File.RecordCount, 1000)).Select(record =>
        {
            string name = file.Format == FileFormat.Raw ? "" : $"{record}";
            ShownItem item = file.Arrays.FirstOrDefault(array => array.Name == name) is { } array ? Item(array) : new ShownItem(name, "record");
            return item with { Bytes = file.File.GetRecord(record).Length };
        });
        return new ShownFile(file.Path, file.Format == FileFormat.Raw ? "raw" : "Fortran", BytesOf(file.Path), [.. records])
        {
            Form = $"{file.File.Format}{(file.Format == FileFormat.Raw ? "" : $", {file.File.RecordCount} record{(file.File.RecordCount == 1 ? "" : "s")}")}",
        };
    }

    private static ShownItem Item(StoredArray array) => new(array.Name, "array")
    {
        Type = ElementTypes.NameOf(array.Type),
        Shape = array.Shape,
        Order = array.Order == MemoryOrder.ColumnMajor ? "column-major" : null,
    };

    private static string TextOf(DnpyInfo info) =>
        $"{string.Concat(info.Distribution.Select(axis => axis is { Code: 'b', Parts: 1 } ? 'n' : axis.Code))} over {string.Join(" x ", info.Distribution.Select(axis => axis.Parts))} files";

    private static long BytesOf(string path) => new FileInfo(path).Length;
}
