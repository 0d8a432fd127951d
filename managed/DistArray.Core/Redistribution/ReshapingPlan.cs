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
            for (long repeat = 0, done = 0; repeat < run.Repeats;)
            {
                long first = run.First + (repeat * run.Step) + done, end = first - done + run.Count;
                nint start = run.Start + (nint)((repeat * run.Distance) + (done * run.Stride));
                ReadOnlySpan<int> place = owners.Find(first, out long stop);
                if (owners.Dealt(first, end, out IndexRange row) is { } dealt)
                {
                    Deal(dealt.Map, dealt.Unit, row, start, run.Stride, place.ToArray());
                    done += row.Length * dealt.Unit;
                }
                else if (done == 0 && end <= stop)
                {
                    // As many runs as lie in the range that is there.
                    long runs = run.Step == 0 ? 1 : Math.Min(run.Repeats - repeat, ((stop - end) / run.Step) + 1);
                    At(place).Add(new FlatComb(start, run.Distance, runs, run.Count, run.Stride));
                    repeat += runs;
                }
                else
                {
                    long count = Math.Min(stop, end) - first;
                    At(place).Add(new FlatComb(start, 0, 1, count, run.Stride));
                    done += count;
                }
                if (done == run.Count) (repeat, done) = (repeat + 1, 0);
            }
        }
        return lists;

        // Whole indices of an axis of which blocks are dealt out: a comb each part, and what is left at the ends.
        void Deal(BlockCyclicMap map, long unit, IndexRange row, nint start, long stride, int[] place)
        {
            var plan = new CyclicPlan(row, map);
            for (int number = 0; number < plan.Count; number++)
            {
                FlatList list = At(owners.Beside(place, plan.Part(number)));
                foreach (Comb comb in plan.Indices(number).Slice(0, plan.Size(number)))
                    list.Add(new FlatComb(start + (nint)(comb.Start * unit * stride), comb.Step * unit * stride, comb.Count, comb.Run * unit, stride));
            }
        }

        FlatList At(ReadOnlySpan<int> place)
        {
            long key = 0;
            for (int axis = 0; axis < place.Length; axis++) key = (key * other.Grid.Shape[axis]) + place[axis];
            if (!numbers.TryGetValue(key, out int number))
            {
                numbers[key] = number = lists.Count;
                lists.Add((place.ToArray(), new FlatList()));
            }
            return lists[number].List;
        }
    }
}
