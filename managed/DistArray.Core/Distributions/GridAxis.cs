namespace DistArray;

/// <summary>An axis of a process grid: how many ranks lie along it, and how far neighbours are apart.</summary>
internal readonly record struct GridAxis(int Extent, int Stride)
{
    /// <summary>Axes without extent, and what continues another one, put together; the largest distance first.</summary>
    public static GridAxis[] Normalize(IEnumerable<GridAxis> axes)
    {
        var kept = new List<GridAxis>();
        foreach (GridAxis axis in axes.Where(axis => axis.Extent > 1).OrderByDescending(axis => axis.Stride))
        {
            if (kept.Count > 0 && kept[^1].Stride == axis.Stride * axis.Extent) kept[^1] = new GridAxis(kept[^1].Extent * axis.Extent, axis.Stride);
            else kept.Add(axis);
        }
        return [.. kept];
    }
}
