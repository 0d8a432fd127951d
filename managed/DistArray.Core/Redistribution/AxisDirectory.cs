namespace DistArray;

/// <summary>Sorts indices of an axis by the part that owns them.</summary>
internal static class AxisDirectory
{
    /// <summary>The groups, by ascending part. <b>Collective</b> over the ranks along an unstructured axis.</summary>
    public static AxisGroup[] Group(DimMap map, WantedIndices indices)
    {
        var groups = new PartTable<AxisGroup>(map.Parts, indices.Count);
        int position = 0;
        if (map.KnowsOwnPartOnly)
        {
            long[] all = indices.ToArray();
            int[] parts = Parts(map, all);
            for (; position < all.Length; position++) (groups[parts[position]] ??= new AxisGroup(parts[position])).AddUnknown(position, all[position]);
            return [.. groups.All()];
        }
        foreach (AxisPiece piece in indices.Pieces())
        {
            for (int done = 0, run; done < piece.Count; done += run, position += run)
            {
                long index = piece.First + (done * piece.Step);
                int part = map.Owner(index);
                run = piece.Step == 1 && piece.Count > 1 ? (int)Math.Min(piece.Count - done, map.RunOf(index).Stop - index) : 1;
                (groups[part] ??= new AxisGroup(part)).Add(position, map.GlobalToLocal(index), run);
            }
        }
        return [.. groups.All()];
    }

    /// <summary>The part of each index of an unstructured axis or a slice of one. <b>Collective</b> over the ranks along the axis.</summary>
    public static int[] Parts(DimMap map, long[] indices) => map is SlicedMap sliced
        ? Array.ConvertAll(sliced.Unstructured!.Locate(Array.ConvertAll(indices, sliced.SourceIndex)), found => found.Part)
        : Array.ConvertAll(((UnstructuredMap)map).Locate(indices), found => found.Part);
}
