namespace DistArray.IO;

/// <summary>The index of a series: which records there are, and virtual datasets over their fields.</summary>
internal static class SeriesIndex
{
    private const string StepsName = "steps", TimesName = "times", FilesName = "files", GroupsName = "groups", FieldsName = "fields", GridName = "grid";

    /// <summary>Writes the index, complete before it takes the place of the older one.</summary>
    /// <remarks>Local: rank 0 does it alone, with a file of its own.</remarks>
    public static void Write(string path, UniformGrid? grid, List<SeriesRecord> records) => Hdf5File.Save(path, new SelfCommunicator(), file =>
    {
        WriteRow(file, StepsName, records.ConvertAll(record => record.Step));
        WriteRow(file, TimesName, records.ConvertAll(record => record.Time));
        file.WriteStrings(FilesName, records.ConvertAll(record => record.File));
        file.WriteStrings(GroupsName, records.ConvertAll(record => record.Group));
        Hdf5Group fields = file.CreateGroup(FieldsName);
        foreach (SeriesField field in records.SelectMany(record => record.Fields).DistinctBy(field => field.Name))
        {
            List<(int, string, string)> sources = [];
            for (int number = 0; number < records.Count; number++)
            {
                if (records[number].Fields.Exists(other => other.Name == field.Name))
                    sources.Add((number, records[number].File, Hdf5Path.Join(records[number].Group, field.Name)));
            }
            Hdf5Virtual.Create(file, Hdf5Path.Combine(fields.Path, field.Name), field, records.Count, sources);
        }
        if (grid is null)
            return;
        Hdf5Group place = file.CreateGroup(GridName);
        place.Attributes.Set("shape", grid.Shape);
        place.Attributes.Set("origin", grid.Origin);
        place.Attributes.Set("spacing", grid.Spacing);
    });

    /// <summary>Reads an index.</summary>
    /// <exception cref="Hdf5Exception">The file is no index.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static (UniformGrid? Grid, List<SeriesRecord> Records) Read(string path, ICommunicator communicator)
    {
        using Hdf5File file = Hdf5File.Open(path, communicator);
        long[] steps = ReadRow<long>(file, StepsName);
        double[] times = ReadRow<double>(file, TimesName);
        string[] names = file.ReadStrings(FilesName);
        // Before there were batches, each record had a file of its own.
        string[] groups = file.Contains(GroupsName) ? file.ReadStrings(GroupsName) : [.. names.Select(_ => "/")];
        if (steps.Length != times.Length || steps.Length != names.Length || steps.Length != groups.Length || names.Any(name => name != Path.GetFileName(name)))
            throw new Hdf5Exception($"{file.Name} is no index of a series: it has {steps.Length} steps, {times.Length} times and {names.Length} names of files in its folder with {groups.Length} groups.");
        var records = new List<SeriesRecord>(steps.Length);
        for (int number = 0; number < steps.Length; number++)
            records.Add(new SeriesRecord(steps[number], times[number], names[number], groups[number], []));
        ILookup<(string, string), SeriesRecord> byPlace = records.ToLookup(record => (record.File, record.Group));
        foreach (SeriesField field in SeriesFields.Of(file).Where(field => field.Name.StartsWith(FieldsName + "/", StringComparison.Ordinal) && field.Shape.Length > 0))
        {
            SeriesField one = field with { Name = field.Name[(FieldsName.Length + 1)..], Shape = field.Shape[1..] };
            foreach ((string source, string dataset) in Hdf5Virtual.Sources(file, "/" + field.Name))
            {
                string group = dataset.EndsWith("/" + one.Name, StringComparison.Ordinal) ? dataset[..^(one.Name.Length + 1)] : "";
                foreach (SeriesRecord record in byPlace[(source, group.Length == 0 ? "/" : group)])
                    record.Fields.Add(one);
            }
        }
        return (ReadGrid(file), records);
    }

    private static UniformGrid? ReadGrid(Hdf5File file)
    {
        if (!file.Contains(GridName))
            return null;
        Hdf5Attributes attributes = file.OpenGroup(GridName).Attributes;
        return new UniformGrid(attributes.GetArray<long>("shape"), attributes.GetArray<double>("origin"), attributes.GetArray<double>("spacing"));
    }

    private static void WriteRow<T>(Hdf5File file, string name, List<T> values) where T : unmanaged
    {
        using DistArray<T> row = Np.FromFunction<T>(new Distribution(file.Communicator, [values.Count]), index => values[(int)index[0]]);
        file.Write(name, row);
    }

    private static T[] ReadRow<T>(Hdf5File file, string name) where T : unmanaged
    {
        IReadOnlyList<long> shape = file.OpenDataset(name).Shape;
        if (shape.Count != 1 || shape[0] > new FileInfo(file.Name).Length)
            throw new Hdf5Exception($"{file.Name} is no index of a series: its {name} have shape ({string.Join(", ", shape)}).");
        using DistArray<T> row = file.Read<T>(name, new Distribution(file.Communicator, [new ReplicatedMap(shape[0])]));
        return row.LocalToArray();
    }
}
