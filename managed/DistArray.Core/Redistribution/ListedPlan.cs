namespace DistArray;

/// <summary>An axis of any two maps: this part's indices are walked once and listed by the other side's part; one period of them where both sides deal blocks out.</summary>
internal sealed class ListedPlan : AxisPlan
{
    private readonly int[] _parts;
    private readonly IndexList[] _lists;

    private ListedPlan(SortedDictionary<int, IndexList> lists)
    {
        _parts = [.. lists.Keys];
        _lists = [.. lists.Values];
    }

    public override int Count => _parts.Length;

    public static ListedPlan Of(DimMap mine, int part, DimMap other) =>
        mine is BlockCyclicMap left && other is BlockCyclicMap right && Period(left, right) is { } period && period <= mine.Size / 2
            ? new ListedPlan(Periodic(left, part, right, period))
            : new ListedPlan(Walk(mine.Runs(part), other));

    public override int Part(int number) => _parts[number];

    public override int Size(int number) => _lists[number].Count;

    public override IndexList Indices(int number) => _lists[number];

    public override int Find(int part) => Math.Max(-1, Array.BinarySearch(_parts, part));

    private static SortedDictionary<int, IndexList> Walk(IEnumerable<IndexRun> runs, DimMap other)
    {
        var builders = new Dictionary<int, IndexListBuilder>();
        foreach (IndexRun run in runs)
        {
            for (int done = 0; done < run.Count;)
            {
                long index = run.GlobalStart + done;
                int count = (int)Math.Min(run.Count - done, other.RunOf(index).Stop - index), owner = other.Owner(index);
                if (!builders.TryGetValue(owner, out IndexListBuilder? builder)) builders[owner] = builder = new IndexListBuilder();
                builder.Add(run.LocalStart + done, count);
                done += count;
            }
        }
        return new(builders.ToDictionary(pair => pair.Key, pair => pair.Value.ToList()));
    }

    private static SortedDictionary<int, IndexList> Periodic(BlockCyclicMap mine, int part, BlockCyclicMap other, long period)
    {
        int repeats = (int)(mine.Size / period), local = (int)(period / mine.Parts);
        SortedDictionary<int, IndexList> once = Walk(Runs(0, period), other), tail = Walk(Runs(repeats * period, mine.Size), other);
        var empty = new IndexList();
        var lists = new SortedDictionary<int, IndexList>();
        foreach (int owner in once.Keys.Union(tail.Keys))
            lists[owner] = IndexList.Periodic(once.GetValueOrDefault(owner, empty), repeats, local, tail.GetValueOrDefault(owner, empty));
        return lists;

        IEnumerable<IndexRun> Runs(long start, long stop)
        {
            int first = mine.CountBelow(part, start), last = mine.CountBelow(part, stop);
            for (int at = first; at < last; at += mine.BlockSize)
                yield return new IndexRun(mine.LocalToGlobal(part, at), at, Math.Min(mine.BlockSize, last - at));
        }
    }

    // After how many indices both deal out as at first.
    private static long? Period(BlockCyclicMap left, BlockCyclicMap right)
    {
        long a = (long)left.BlockSize * left.Parts, b = (long)right.BlockSize * right.Parts, divisor = a;
        for (long rest = b; rest != 0;) (divisor, rest) = (rest, divisor % rest);
        return a / divisor > long.MaxValue / b ? null : a / divisor * b;
    }
}
