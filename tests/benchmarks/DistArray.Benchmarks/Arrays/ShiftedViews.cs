namespace DistArray.Benchmarks.Arrays;

/// <summary>Arrays shifted within their halo.</summary>
internal static class ShiftedViews
{
    /// <summary>The element at i is that of the array at i + offset along the axis; the halo is read as it is.</summary>
    public static DistArray<double> Shift(this DistArray<double> array, int axis, int offset)
    {
        Distribution d = array.Distribution;
        int[] low = [.. d.HaloLow], high = [.. d.HaloHigh];
        low[axis] += offset;
        high[axis] -= offset;
        return DistArray<double>.Wrap(new Distribution(d.Communicator, d.DimMaps, d.Grid, low, high, d.Periodic), array.Block);
    }
}
