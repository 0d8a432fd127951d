namespace DistArray;

/// <summary>Indices of an axis that one part of another map has: positions in the list that asked, and what the owner needs to find them.</summary>
internal sealed class AxisGroup(int part)
{
    private readonly IndexListBuilder _positions = new();
    private readonly IndexListBuilder _locals = new();
    private readonly List<long> _globals = [];

    public int Part => part;

    /// <summary>Adds neighbouring positions of neighbouring local indices.</summary>
    public void Add(int position, int local, int run)
    {
        _positions.Add(position, run);
        _locals.Add(local, run);
    }

    /// <summary>Adds a global index of which only the owner knows the local one.</summary>
    public void AddUnknown(int position, long index)
    {
        _positions.Add(position, 1);
        _globals.Add(index);
    }

    public IndexList Positions() => _positions.ToList();

    /// <summary>Puts what the owner needs to find the indices into a message.</summary>
    public void Write(List<long> message, bool byGlobalIndex)
    {
        if (byGlobalIndex)
        {
            message.Add(_globals.Count);
            message.AddRange(_globals);
            return;
        }
        Comb[] combs = _locals.ToCombs();
        message.Add(combs.Length);
        foreach (Comb comb in combs)
        {
            message.Add(((long)comb.Start << 32) | (uint)comb.Step);
            message.Add(((long)comb.Count << 32) | (uint)comb.Run);
        }
    }

    /// <summary>The owner's local indices out of a message.</summary>
    public static IndexList Read(ReadOnlySpan<long> message, ref int at, DimMap map, int part)
    {
        int count = (int)message[at++];
        var builder = new IndexListBuilder();
        if (map.KnowsOwnPartOnly)
        {
            for (int i = 0; i < count; i++)
            {
                long index = message[at++];
                if (!map.TryGetLocal(part, index, out int local)) throw new InvalidOperationException($"Index {index} is not on part {part}.");
                builder.Add(local, 1);
            }
            return builder.ToList();
        }
        var combs = new Comb[count];
        for (int i = 0; i < count; i++)
        {
            long first = message[at++], second = message[at++];
            combs[i] = new Comb((int)(first >> 32), (int)first, (int)(second >> 32), (int)second);
        }
        return new IndexList(combs);
    }
}
