namespace DistArray;

public sealed partial class ProcessGrid
{
    /// <summary>The grid over other ranks: for each rank here its number there. Other ranks there have no place.</summary>
    internal ProcessGrid Over(int[] ranks) => new(_axes, _copies, _origin, _ranks is null ? ranks : Array.ConvertAll(_ranks, rank => ranks[rank]));

    /// <summary>All that the grid is made of, but for the order of its ranks.</summary>
    internal long[] ToNumbers()
    {
        GridAxis[] all = [.. _axes, .. _copies];
        return [_axes.Length, _copies.Length, _origin, .. all.SelectMany(axis => new long[] { axis.Extent, axis.Stride })];
    }

    /// <summary>The grid of numbers, over ranks in their order.</summary>
    internal static ProcessGrid FromNumbers(ReadOnlySpan<long> numbers, ref int at)
    {
        int axes = (int)numbers[at], copies = (int)numbers[at + 1], origin = (int)numbers[at + 2];
        at += 3;
        var all = new GridAxis[axes + copies];
        for (int i = 0; i < all.Length; i++, at += 2) all[i] = new GridAxis((int)numbers[at], (int)numbers[at + 1]);
        return new ProcessGrid(all[..axes], all[axes..], origin, null);
    }

    /// <summary>The rank of each number, where ranks are in no order.</summary>
    internal int[]? RankOrder => _ranks;
}
