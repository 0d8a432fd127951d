namespace DistArray.Trilinos;

/// <summary>Points of a map's indices: their places in the global array that the map was made of.</summary>
internal static class GridCoordinates
{
    /// <summary>A column each an axis; one column of the indices themselves where the map was made of indices.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static unsafe TpetraMultiVector<double> Of(TpetraMap map)
    {
        int axes = map.Order is null ? 0 : map.ToDistribution().NDim;
        TpetraMultiVector<double> points = TpetraMultiVector.Create<double>(map, Math.Max(1, axes));
        LocalView<double> view = points.LocalView;
        for (int axis = 0; axis < view.Shape[1]; axis++)
        {
            long[] indices = axes == 0 ? map.Indices() : GlobalNumbering.Along(map.ToDistribution(), map.Order, axis);
            double* column = view.Pointer + (axis * view.Strides[1]);
            for (int row = 0; row < indices.Length; row++) column[row] = indices[row];
        }
        return points;
    }
}
