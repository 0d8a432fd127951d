namespace DistArray.IO;

/// <summary>What a file of a set says of an axis: which of the global indices it owns, and where they lie in its buffer.</summary>
/// <param name="Code">The protocol's letter: b, c or u.</param>
/// <param name="Size">Global extent.</param>
/// <param name="Parts">Files along the axis.</param>
/// <param name="Part">Which of them this is.</param>
/// <param name="BlockSize">Indices in a block, where they go round.</param>
internal sealed record DnpyAxis(char Code, long Size, long Parts, long Part, long BlockSize)
{
    /// <summary>First owned index of a block.</summary>
    public long Start { get; private init; }

    /// <summary>Index behind the last owned one of a block.</summary>
    public long Stop { get; private init; }

    /// <summary>Cells of the buffer before the first owned one.</summary>
    public long Padding { get; private init; }

    /// <summary>Listed indices, in the order of the buffer.</summary>
    public long[] Indices { get; private init; } = [];

    /// <summary>Owned runs: global index and position in the buffer.</summary>
    public IEnumerable<IndexRun> Runs => Code switch
    {
        'c' => new BlockCyclicMap(Size, (int)Parts, (int)BlockSize).Runs((int)Part),
        'u' => Indices.Select((index, position) => new IndexRun(index, position, 1)),
        _ => [new IndexRun(Start, (int)Padding, (int)(Stop - Start))],
    };

    /// <summary>Takes an axis from its dictionary, which follows the protocol's rules.</summary>
    /// <param name="keys">The dictionary.</param>
    /// <param name="extent">Extent of the buffer.</param>
    public static DnpyAxis Of(IReadOnlyDictionary<string, object> keys, long extent)
    {
        if (keys.Count == 0)
            return new DnpyAxis('b', extent, 1, 0, 1) { Stop = extent };
        long size = (long)keys["size"], parts = (long)keys["proc_grid_size"], part = (long)keys["proc_grid_rank"];
        switch (((string)keys["dist_type"])[0])
        {
            case 'c':
                return new DnpyAxis('c', size, parts, part, keys.TryGetValue("block_size", out object? block) ? (long)block : 1);
            case 'u':
                return new DnpyAxis('u', size, parts, part, 1) { Indices = Numbers(keys["indices"]) };
            default:
                // At the outer ends padding is of the domain itself.
                long[] padding = keys.TryGetValue("padding", out object? widths) ? Numbers(widths) : [0, 0];
                long left = part > 0 ? padding[0] : 0, right = part < parts - 1 ? padding[1] : 0;
                return new DnpyAxis('b', size, parts, part, 1) { Start = (long)keys["start"] + left, Stop = (long)keys["stop"] - right, Padding = left };
        }
    }

    /// <summary>Whether both own the same indices in the same order.</summary>
    public bool OwnsTheSame(DnpyAxis other) => (Start, Stop) == (other.Start, other.Stop) && Indices.AsSpan().SequenceEqual(other.Indices);

    private static long[] Numbers(object items) => [.. ((IEnumerable<object>)items).Cast<long>()];
}
