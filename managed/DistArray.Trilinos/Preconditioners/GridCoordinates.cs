namespace DistArray.Trilinos;

/// <summary>Points of a map's indices: their places in the global array that the map was made of.</summary>
internal static class GridCoordinates
{
    /// <summary>A column each an axis; one column of the indices themselves where the map was made of indices.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static TpetraMultiVector<double> Of(TpetraMap map)
    {
        long[] indices = map.Indices(), shape = map.Order is null ? [] : map.ToDistribution().Shape.ToArray(), weights = GlobalNumbering.Weights(shape, map.Numbering);
        TpetraMultiVector<double> points = TpetraMultiVector.Create<double>(map, Math.Max(1, shape.Length));
        LocalView<double> view = points.LocalView;
        for (int row = 0; row < indices.Length; row++)
        {
            if (shape.Length == 0) view[row, 0] = indices[row];
            for (int axis = 0; axis < shape.Length; axis++) view[row, axis] = indices[row] / weights[axis] % shape[axis];
        }
        return points;
    }
}
