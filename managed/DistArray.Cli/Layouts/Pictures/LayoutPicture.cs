namespace DistArray.Cli.Layouts.Pictures;

/// <summary>A layout as a picture.</summary>
internal static class LayoutPicture
{
    /// <exception cref="UsageException">It cannot be written, or cannot be drawn.</exception>
    public static void Save(string path, ArrayLayout layout)
    {
        if (layout.Shape.Contains(0)) throw new UsageException($"layout: there is nothing to draw of shape ({string.Join(", ", layout.Shape)}).");
        if (layout.IsReplicated) throw new UsageException("layout: there is nothing to draw: every rank has all elements.");
        bool hasHalo = layout.Halo.Any(width => width > 0);
        switch (layout.NDim)
        {
            case 1: RowPicture.Save(path, layout); break;
            case 2 when hasHalo: PiecePicture.Save(path, layout); break;
            case 2: CellPicture.Save(path, layout); break;
            default: CubePicture.Save(path, layout); break;
        }
    }

    /// <summary>What stands above a picture.</summary>
    public static string Title(ArrayLayout layout) => $"({string.Join(", ", layout.Shape)}) as {layout.Codes} over {layout.Ranks.Length} ranks"
        + (layout.NDim > 1 ? $", grid {string.Join(" × ", layout.Grid)}" : "") + (layout.Halo.Any(width => width > 0) ? $", halo {string.Join(", ", layout.Halo)}" : "")
        + (layout.Periodic.Contains(true) ? $", periodic along axis {string.Join(", ", Enumerable.Range(0, layout.NDim).Where(axis => layout.Periodic[axis]))}" : "");
}
