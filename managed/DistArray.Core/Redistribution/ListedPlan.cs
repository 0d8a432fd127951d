namespace DistArray;

/// <summary>An axis of any two maps: this part's indices are walked once and listed by the other side's part.</summary>
internal sealed class ListedPlan : AxisPlan
{
    private readonly int[] _parts;
    private readonly IndexList[] _lists;

    public ListedPlan(DimMap mine, int part, DimMap other)
    {
        var builders = new SortedDictionary<int, IndexListBuilder>();
        foreach (IndexRun run in mine.Runs(part))
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
        _parts = [.. builders.Keys];
        _lists = [.. builders.Values.Select(builder => builder.ToList())];
    }

    public override int Count => _parts.Length;

    public override int Part(int number) => _parts[number];

    public override int Size(int number) => _lists[number].Count;

    public override IndexList Indices(int number) => _lists[number];

    public override int Find(int part) => Math.Max(-1, Array.BinarySearch(_parts, part));
}
