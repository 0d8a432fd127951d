namespace DistArray;

public sealed partial class Distribution
{
    /// <summary>The distribution as one over more ranks, of which those that are not here own nothing.</summary>
    /// <param name="communicator">A communicator that the ranks are in.</param>
    /// <param name="ranks">The rank there of each one here.</param>
    internal Distribution Over(ICommunicator communicator, int[] ranks) => new(communicator, _maps, Grid.Over(ranks), default);

    /// <summary>All that a rank that is not here needs to know of the distribution.</summary>
    /// <param name="ranks">The rank in the larger communicator of each one here.</param>
    internal long[] ToNumbers(int[] ranks)
    {
        var numbers = new List<long>(Grid.ToNumbers());
        int[] order = Grid.RankOrder is { } own ? Array.ConvertAll(own, rank => ranks[rank]) : ranks;
        numbers.Add(order.Length);
        foreach (int rank in order) numbers.Add(rank);
        foreach (DimMap map in _maps) DimMapNumbers.Write(numbers, map);
        return [.. numbers];
    }

    /// <summary>The distribution of numbers.</summary>
    internal static Distribution FromNumbers(ICommunicator communicator, ReadOnlySpan<long> numbers)
    {
        int at = 0;
        ProcessGrid grid = ProcessGrid.FromNumbers(numbers, ref at);
        var ranks = new int[numbers[at++]];
        for (int i = 0; i < ranks.Length; i++) ranks[i] = (int)numbers[at++];
        var maps = new DimMap[grid.NDim];
        for (int axis = 0; axis < maps.Length; axis++) maps[axis] = DimMapNumbers.Read(numbers, ref at);
        return new Distribution(communicator, maps, grid.Over(ranks), default);
    }
}
