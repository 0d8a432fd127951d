using System.Numerics;

namespace DistArray;

/// <summary>Running sums and products.</summary>
internal static unsafe class Scans
{
    /// <summary>Along an axis.</summary>
    /// <returns>A new array, distributed as the source.</returns>
    public static DistArray<TResult> Along<T, TResult>(string name, DistArray<T> array, int axis, bool isProduct) where T : unmanaged where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionTypes.CheckSum<TResult>(name, array.ElementType);
        axis = AxisNumbers.Normalize(axis, array.NDim);
        Distribution distribution = array.Distribution.WithoutHalo();
        DimMap map = distribution.DimMaps[axis];
        if (map is BlockMap || IsInOrder(map))
            return new ScanRun<TResult>(name, ReductionInput.Of(array), distribution, axis, isProduct).Run();
        using DistArray<T> blocks = array.Redistribute(distribution.WithMap(axis, BlockMap.Balanced(map.Size, map.Parts)));
        using DistArray<TResult> scan = new ScanRun<TResult>(name, ReductionInput.Of(blocks), blocks.Distribution, axis, isProduct).Run();
        return scan.Redistribute(distribution);
    }

    /// <summary>In row-major order.</summary>
    /// <returns>A new array of one axis, by blocks where the source is divided.</returns>
    public static DistArray<TResult> All<T, TResult>(string name, DistArray<T> array, bool isProduct) where T : unmanaged where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionTypes.CheckSum<TResult>(name, array.ElementType);
        if (array.NDim == 1) return Along<T, TResult>(name, array, 0, isProduct);
        Distribution distribution = array.Distribution;
        if (distribution.IsReplicated)
        {
            ProcessGrid grid = ProcessGrid.Replicated(1, distribution.Communicator.Size);
            using DistArray<T>? ordered = IsInOrder(distribution) ? null : array.Redistribute(distribution.With([.. array.Shape.ToArray().Select(extent => new ReplicatedMap(extent))], distribution.Grid));
            return new ScanRun<TResult>(name, ReductionInput.Of(ordered ?? array), distribution.With([new ReplicatedMap(array.Size)], grid), -1, isProduct).Run();
        }
        int ranks = distribution.Communicator.Size;
        if (array.NDim == 0) return Single<T, TResult>(name, array, isProduct);
        var rows = new Distribution(distribution.Communicator, [BlockMap.Balanced(array.Shape[0], ranks), .. array.Shape[1..].ToArray().Select(extent => new ReplicatedMap(extent))]);
        using DistArray<T>? moved = distribution == rows ? null : array.Redistribute(rows);
        long row = array.Shape[0] == 0 ? 0 : array.Size / array.Shape[0];
        var map = (BlockMap)rows.DimMaps[0];
        long[] bounds = [0, .. Enumerable.Range(0, ranks).Select(rank => map.Stop(rank) * row)];
        var flat = new Distribution(distribution.Communicator, [BlockMap.FromBounds(bounds)]);
        return new ScanRun<TResult>(name, ReductionInput.Of(moved ?? array), flat, -1, isProduct).Run();
    }

    private static bool IsInOrder(Distribution distribution)
    {
        foreach (DimMap map in distribution.DimMaps)
            if (!IsInOrder(map)) return false;
        return true;
    }

    // Whether the one part of an axis has its indices in order.
    private static bool IsInOrder(DimMap map) => map.Parts == 1 && !map.KnowsOwnPartOnly;

    // An element without axes, on some ranks: every rank gets it.
    private static DistArray<TResult> Single<T, TResult>(string name, DistArray<T> array, bool isProduct) where T : unmanaged where TResult : unmanaged, INumberBase<TResult>
    {
        T value = array.GetGlobal();
        DistArray<T> whole = Np.Full(new Distribution(array.Distribution.Communicator, [1], "n"), value);
        return Along<T, TResult>(name, whole, 0, isProduct);
    }
}
