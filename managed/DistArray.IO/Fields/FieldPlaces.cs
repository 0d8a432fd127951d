namespace DistArray.IO;

/// <summary>Where the items of a layout lie in the records of a file.</summary>
internal static class FieldPlaces
{
    /// <summary>The pieces of every item.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="record">Gives the pieces of the next record, of the length given.</param>
    public static Dictionary<FieldItem, FilePieces> Find(FieldFileLayout layout, Func<long, FilePieces> record)
    {
        var places = new Dictionary<FieldItem, FilePieces>();
        var slices = new Dictionary<FieldItem, (List<FilePieces> Records, long Bytes)>();
        foreach ((long length, FieldItem[] items) in layout.Lengths())
        {
            FilePieces pieces = record(length);
            if (layout.Format.Access != FortranAccess.Stream && items is [{ IsSlices: true } item])
            {
                if (!slices.TryGetValue(item, out (List<FilePieces> Records, long Bytes) found))
                    slices[item] = found = ([], length);
                found.Records.Add(pieces);
                continue;
            }
            long offset = 0;
            foreach (FieldItem part in items)
            {
                places[part] = pieces.Part(offset, part.ByteCount);
                offset += part.ByteCount;
            }
        }
        foreach (FieldItem item in layout.Where(item => !places.ContainsKey(item)))
            places[item] = slices.TryGetValue(item, out var found) ? FilePieces.Join(found.Records, found.Bytes) : FilePieces.One(0, 0);
        return places;
    }
}
