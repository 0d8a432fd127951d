namespace DistArray;

public static partial class Np
{
    /// <summary>The coordinates of a grid: for each axis an array of the grid's shape, without memory for more than the coordinates.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="xi">Coordinates along each axis, of one dimension or a scalar.</param>
    /// <param name="distribution">Which rank owns which point, of the grid's shape; by blocks along its first axis if null.</param>
    /// <param name="indexing">"xy", where the first two axes of the grid are exchanged, or "ij".</param>
    /// <param name="sparse">Whether the results have one element along the other axes, so that they broadcast to the grid.</param>
    /// <returns>Read-only views, all distributed as the grid, of the coordinates that each rank needs.</returns>
    /// <exception cref="ArgumentException">The coordinates have more than one dimension, or the indexing is none of the two.</exception>
    /// <exception cref="ShapeMismatchException">The distribution is not of the grid's shape.</exception>
    /// <remarks><b>Collective.</b> Each rank gets the coordinates of its part. As numpy.meshgrid(…, copy=False).</remarks>
    public static DistArray<T>[] MeshGrid<T>(ReadOnlySpan<DistArray<T>> xi, Distribution? distribution = null, string indexing = "xy", bool sparse = false) where T : unmanaged
    {
        if (indexing is not ("xy" or "ij")) throw new ArgumentException($"MeshGrid: the indexing '{indexing}' is not known. Use \"xy\" or \"ij\".", nameof(indexing));
        var shape = new long[xi.Length];
        for (int i = 0; i < shape.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(xi[i]);
            if (xi[i].NDim > 1) throw new ShapeMismatchException($"MeshGrid: coordinates {i} are of shape {ShapeText.Of(xi[i].Shape)}, and not of one dimension. Ravel them.");
            shape[Axis(i)] = xi[i].Size;
        }
        Distribution grid = distribution ?? Grid(xi, shape);
        if (!grid.Shape.SequenceEqual(shape)) throw new ShapeMismatchException($"MeshGrid: the grid has the shape {ShapeText.Of<long>(shape)}, but the distribution {ShapeText.Of(grid.Shape)}.");
        var views = new DistArray<T>[xi.Length];
        for (int i = 0; i < views.Length; i++)
        {
            DistArray<T> line = xi[i].NDim == 0 ? xi[i].InsertAxis(0) : xi[i];
            views[i] = Spread(line, Axis(i), grid, sparse);
        }
        return views;

        int Axis(int i) => indexing == "xy" && i < 2 && shape.Length > 1 ? 1 - i : i;
    }

    // The line along an axis of a grid, for each rank the part that it needs.
    private static DistArray<T> Spread<T>(DistArray<T> line, int axis, Distribution grid, bool sparse) where T : unmanaged
    {
        Distribution needed = grid.WithoutHalo();
        for (int other = grid.NDim - 1; other >= 0; other--)
            if (other != axis) needed = needed.Collapse(other);
        line = line.Realign(needed, "MeshGrid");
        int[] extents = new int[grid.NDim];
        Array.Fill(extents, grid.IsMember ? 1 : 0);
        extents[axis] = grid.LocalShape[axis];
        if (!sparse) return line.SpreadOver(grid.WithoutHalo(), axis, grid.LocalShape);
        Distribution thin = needed;
        for (int other = 0; other < grid.NDim; other++)
            if (other != axis) thin = thin.Insert(other, new ReplicatedMap(1));
        return line.SpreadOver(thin, axis, extents);
    }

    private static Distribution Grid<T>(ReadOnlySpan<DistArray<T>> xi, long[] shape) where T : unmanaged
    {
        foreach (DistArray<T> line in xi)
            if (!line.Distribution.IsLiteral) return new Distribution(line.Distribution.Communicator, shape);
        return Distribution.Literal(shape);
    }
}
