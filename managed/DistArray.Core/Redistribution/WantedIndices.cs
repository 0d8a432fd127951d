namespace DistArray;

/// <summary>Indices of an axis that a rank wants, one each a position: listed, or as pieces.</summary>
internal readonly struct WantedIndices
{
    private readonly long[]? _listed;
    private readonly AxisPiece[]? _pieces;

    private WantedIndices(long[]? listed, AxisPiece[]? pieces)
    {
        _listed = listed;
        _pieces = pieces;
    }

    /// <summary>None.</summary>
    public static WantedIndices None { get; } = new([], null);

    public static WantedIndices Of(long[] listed) => new(listed, null);

    public static WantedIndices Of(AxisPiece[] pieces) => new(null, pieces);

    /// <summary>The global indices that a part owns.</summary>
    public static WantedIndices Owned(DimMap map, int part)
    {
        if (map is BlockCyclicMap { Parts: > 1, BlockSize: 1 })
            return Of(map.LocalSize(part) is var size and > 0 ? [new AxisPiece(part, map.Parts, size)] : []);
        return Of([.. map.Runs(part).Select(run => new AxisPiece(run.GlobalStart, 1, run.Count))]);
    }

    /// <summary>start + step * k for each index k, modulo a size if that is not 0.</summary>
    public WantedIndices Mapped(long start, long step, long modulo)
    {
        if (start == 0 && step == 1 && modulo == 0) return this;
        var mapped = new List<AxisPiece>();
        foreach (AxisPiece piece in _pieces!)
        {
            if (modulo == 0) mapped.Add(new AxisPiece(start + (piece.First * step), piece.Step * step, piece.Count));
            else Wrap(mapped, start + (piece.First * step), piece.Step * step % modulo, piece.Count, modulo);
        }
        return Of([.. mapped]);
    }

    /// <summary>The first index outside of an axis, or null.</summary>
    public long? Outside(long extent)
    {
        if (_listed is not null)
        {
            foreach (long index in _listed)
                if ((ulong)index >= (ulong)extent) return index;
            return null;
        }
        foreach (AxisPiece piece in _pieces!)
        {
            if ((ulong)piece.First >= (ulong)extent) return piece.First;
            if ((ulong)piece.Last >= (ulong)extent) return piece.Step > 0 ? piece.First + ((extent - piece.First + piece.Step - 1) / piece.Step * piece.Step) : piece.First + (((piece.First / -piece.Step) + 1) * piece.Step);
        }
        return null;
    }

    /// <summary>The indices, one each a position.</summary>
    public long[] ToArray()
    {
        if (_listed is not null) return _listed;
        var indices = new long[Count];
        int at = 0;
        foreach (AxisPiece piece in _pieces!)
            for (int i = 0; i < piece.Count; i++) indices[at++] = piece.First + (i * piece.Step);
        return indices;
    }

    /// <summary>Number of positions.</summary>
    public int Count => _listed?.Length ?? _pieces!.Sum(piece => piece.Count);

    /// <summary>The indices as pieces; listed ones each by itself.</summary>
    public IEnumerable<AxisPiece> Pieces() => _pieces ?? _listed!.Select(index => new AxisPiece(index, 1, 1));

    private static void Wrap(List<AxisPiece> pieces, long first, long step, int count, long modulo)
    {
        for (int done = 0; done < count;)
        {
            long index = (((first + (done * step)) % modulo) + modulo) % modulo;
            long left = step > 0 ? (modulo - 1 - index) / step : step < 0 ? index / -step : count;
            int taken = (int)Math.Min(count - done, left + 1);
            pieces.Add(new AxisPiece(index, step, taken));
            done += taken;
        }
    }
}
