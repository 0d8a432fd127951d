namespace DistArray;

public static partial class DistributedArrayProtocol
{
    /// <summary>Hands this process's section of an array over; nothing is copied.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The array.</param>
    /// <returns>The section: what this rank owns, and the halo between ranks as far as both neighbours store it. Halo cells at the outer ends of an axis
    /// are left out, periodic or not, since the protocol has no index for them.</returns>
    /// <exception cref="NotSupportedException">Every one of several ranks has all elements, or the ranks are not in C order along the axes: the protocol
    /// cannot say so.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks><b>Collective.</b> One all-gather of three numbers an axis: what neighbours store must agree.</remarks>
    public static DistributedArrayExport<T> Export<T>(DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        Distribution d = array.Distribution;
        if (d.Grid.Copies > 1)
            throw new NotSupportedException($"Export: the protocol cannot say that each of {d.Grid.Copies} ranks has the same elements, as in {d}. Distribute an axis.");
        if (!d.Grid.IsInCOrder)
            throw new NotSupportedException($"Export: the protocol has the ranks in C order along the axes, and those of {d} are in another. Export Transpose() where the order is Fortran's; else make the array over a communicator split in C order.");
        (int Left, int Right)[] padding = Padding(d);
        LocalView<T> view = array.LocalViewWithHalo;
        var dimData = new Dictionary<string, object>[d.NDim];
        for (int axis = 0; axis < d.NDim; axis++)
        {
            (int left, int right) = padding[axis];
            view = view.Slice(axis, d.HaloLow[axis] - left, d.LocalShape[axis] + left + right);
            dimData[axis] = Describe(d, axis, left, right);
        }
        return new DistributedArrayExport<T>(Version, view.ToBlock(), dimData);
    }

    private static Dictionary<string, object> Describe(Distribution d, int axis, int left, int right)
    {
        DimMap map = d.DimMaps[axis];
        int part = d.GridCoordinates[axis];
        var keys = new Dictionary<string, object>
        {
            ["dist_type"] = map.Code == 'n' ? "b" : map.Code.ToString(),
            ["size"] = map.Size,
            ["proc_grid_size"] = map.Parts,
            ["proc_grid_rank"] = part,
        };
        switch (map)
        {
            case BlockCyclicMap cyclic:
                keys["start"] = (long)part * cyclic.BlockSize;
                if (cyclic.BlockSize != 1) keys["block_size"] = cyclic.BlockSize;
                break;
            case UnstructuredMap or SlicedMap:
                keys["indices"] = OwnedElements.GlobalIndices(map, part);
                keys["one_to_one"] = true;
                break;
            default:
                IndexRange range = d.LocalRange(axis);
                keys["start"] = range.Start - left;
                keys["stop"] = range.Stop + right;
                if (left + right > 0) keys["padding"] = new[] { left, right };
                if (d.Periodic[axis]) keys["periodic"] = true;
                break;
        }
        return keys;
    }

    // Between neighbours as wide as both store, and at most what each owns; else the protocol's rules would not hold.
    private static (int Left, int Right)[] Padding(Distribution d)
    {
        var mine = new int[3 * d.NDim];
        for (int axis = 0; axis < d.NDim; axis++)
        {
            mine[3 * axis] = d.HaloLow[axis];
            mine[(3 * axis) + 1] = d.HaloHigh[axis];
            mine[(3 * axis) + 2] = d.LocalShape[axis];
        }
        var all = new int[mine.Length * d.Communicator.Size];
        d.Communicator.Allgather<int>(mine, all);
        var padding = new (int Left, int Right)[d.NDim];
        int[][] places = [.. Enumerable.Range(0, d.Communicator.Size).Select(d.CoordinatesOf)];
        for (int axis = 0; axis < d.NDim; axis++)
        {
            int part = d.GridCoordinates[axis];
            padding[axis] = (part > 0 ? Between(part - 1) : 0, part < d.DimMaps[axis].Parts - 1 ? Between(part) : 0);

            // The narrowest over all ranks on either side of a cut, since every rank along the cut must say the same.
            int Between(int low)
            {
                int width = int.MaxValue;
                for (int rank = 0; rank < places.Length; rank++)
                {
                    int at = (rank * mine.Length) + (3 * axis);
                    if (places[rank][axis] == low) width = Math.Min(width, Math.Min(all[at + 1], all[at + 2]));
                    if (places[rank][axis] == low + 1) width = Math.Min(width, Math.Min(all[at], all[at + 2]));
                }
                return width;
            }
        }
        return padding;
    }
}
