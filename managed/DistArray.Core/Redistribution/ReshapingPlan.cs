namespace DistArray;

/// <summary>What a rank sends and receives when an array gets another shape: runs in row-major order.</summary>
internal sealed class ReshapingPlan
{
    public ReshapingPlan(Distribution source, Distribution target, ExchangeEnds ends)
    {
        int rank = source.Communicator.Rank;
        foreach ((int[] place, FlatList list) in Split(source, ends.Source, target))
        {
            for (int copy = 0; copy < target.Grid.Copies; copy++)
            {
                int other = target.Grid.RankOf(place, copy);
                if (other == rank) Own = (list, list);
                else if (Places.Serves(source, other)) Sends.Add((other, list));
            }
        }
        foreach ((int[] place, FlatList list) in Split(target, ends.Target, source))
        {
            int other = Places.Nearest(source, place, rank);
            if (other == rank) Own = (Own!.Value.From, list);
            else Receives.Add((other, list));
        }
    }

    public List<(int Rank, FlatList List)> Sends { get; } = [];

    public List<(int Rank, FlatList List)> Receives { get; } = [];

    /// <summary>What stays, or null.</summary>
    public (FlatList From, FlatList To)? Own { get; }

    // This rank's elements by the place that owns them under the other distribution, in row-major order.
    private static List<(int[] Place, FlatList List)> Split(Distribution mine, LocalOperand operand, Distribution other)
    {
        var lists = new List<(int[] Place, FlatList List)>();
        var numbers = new Dictionary<long, int>();
        var owners = new LinearOwners(other);
        foreach (LinearRun run in new LinearRuns(mine, operand).All())
        {
            for (long done = 0; done < run.Count;)
            {
                ReadOnlySpan<int> place = owners.Find(run.First + done, out long stop);
                long count = Math.Min(stop - run.First, run.Count) - done, key = 0;
                for (int axis = 0; axis < place.Length; axis++) key = (key * other.Grid.Shape[axis]) + place[axis];
                if (!numbers.TryGetValue(key, out int number))
                {
                    numbers[key] = number = lists.Count;
                    lists.Add((place.ToArray(), new FlatList()));
                }
                lists[number].List.Add(run.Start + (nint)(done * run.Stride), count, run.Stride);
                done += count;
            }
        }
        return lists;
    }
}
