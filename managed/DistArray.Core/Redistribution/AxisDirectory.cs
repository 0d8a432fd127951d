namespace DistArray;

/// <summary>Sorts indices of an axis by the part that owns them.</summary>
internal static class AxisDirectory
{
    /// <summary>What is wrong with indices of an axis, or null.</summary>
    public static Exception? Problem(string operation, ReadOnlySpan<long> indices, ReadOnlySpan<long> shape, int axis)
    {
        foreach (long index in indices)
            if ((ulong)index >= (ulong)shape[axis]) return new ArgumentOutOfRangeException(nameof(indices), $"{operation}: index {index} is outside of axis {axis} of shape {ShapeText.Of(shape)}.");
        return null;
    }

    /// <summary>The groups, by ascending part. <b>Collective</b> over the ranks along an unstructured axis.</summary>
    public static AxisGroup[] Group(DimMap map, long[] indices)
    {
        var groups = new PartTable<AxisGroup>(map.Parts, indices.Length);
        int[]? parts = map.KnowsOwnPartOnly ? Parts(map, indices) : null;
        for (int i = 0; i < indices.Length; i++)
        {
            int part = parts is null ? map.Owner(indices[i]) : parts[i];
            AxisGroup group = groups[part] ??= new AxisGroup(part);
            if (parts is null) group.Add(i, map.GlobalToLocal(indices[i]));
            else group.AddUnknown(i, indices[i]);
        }
        return [.. groups.All()];
    }

    /// <summary>The part of each index of an unstructured axis or a slice of one. <b>Collective</b> over the ranks along the axis.</summary>
    public static int[] Parts(DimMap map, long[] indices) => map is SlicedMap sliced
        ? Array.ConvertAll(sliced.Unstructured!.Locate(Array.ConvertAll(indices, sliced.SourceIndex)), found => found.Part)
        : Array.ConvertAll(((UnstructuredMap)map).Locate(indices), found => found.Part);
}
