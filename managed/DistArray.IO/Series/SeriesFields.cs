namespace DistArray.IO;

/// <summary>The fields that files of a series hold.</summary>
internal static class SeriesFields
{
    /// <summary>The datasets of a record that arrays are read from, in its groups too.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static List<SeriesField> Of(Hdf5Group record)
    {
        var fields = new List<SeriesField>();
        Collect(record, Hdf5Path.Join(record.Path, "").Length, fields);
        return fields;
    }

    /// <summary>Returns where fields have the shapes and types that those of the same names had.</summary>
    /// <exception cref="Hdf5Exception">They have not.</exception>
    public static void ExpectAlike(List<SeriesRecord> records, List<SeriesField> fields, string file)
    {
        foreach (SeriesField field in fields)
        {
            foreach (SeriesRecord record in records)
            {
                if (record.Fields.Find(other => other.Name == field.Name) is not { } earlier)
                    continue;
                if (earlier.Type != field.Type || !earlier.Shape.SequenceEqual(field.Shape))
                    throw new Hdf5Exception($"The field {field.Name} of {file} is {TextOf(field)}, and that of {record.File} is {TextOf(earlier)}. Write it under another name, or start another series.");
                break;
            }
        }
    }

    /// <summary>The fields that XDMF can show on a grid.</summary>
    public static XdmfField[] OnGrid(SeriesRecord record, UniformGrid grid) =>
        [.. record.Fields.Where(field => grid.Shape.SequenceEqual(field.Shape) && XdmfField.CanShow(field.Type)).Select(field => new XdmfField(Hdf5Path.Join(record.Group, field.Name), field.Type, field.Name))];

    private static void Collect(Hdf5Group group, int start, List<SeriesField> fields)
    {
        foreach (Hdf5Entry entry in group.GetEntries())
        {
            if (entry.Link != Hdf5LinkKind.Hard || entry.Above is not null)
                continue;
            if (entry.Kind == Hdf5ObjectKind.Group)
                Collect(group.OpenGroup(entry.Name), start, fields);
            else if (entry.Dataset is { HasElementType: true } dataset)
                fields.Add(new SeriesField(dataset.Path[start..], [.. dataset.Shape], dataset.ElementType));
        }
    }

    private static string TextOf(SeriesField field) => $"{ElementTypes.NameOf(field.Type)} ({string.Join(", ", field.Shape)})";
}
