namespace DistArray;

/// <summary>Elements in memory in a given order.</summary>
internal sealed unsafe class FlatList
{
    private readonly List<FlatComb> _combs = [];
    private readonly List<long> _firsts = []; // number of elements before each comb

    /// <summary>Number of elements.</summary>
    public long Count { get; private set; }

    /// <summary>Number of combs.</summary>
    public int Weight => _combs.Count;

    /// <summary>Adds elements at equal distances.</summary>
    public void Add(FlatComb comb)
    {
        if (comb.Size == 0) return;
        if (_combs.Count > 0 && _combs[^1].Join(comb) is { } joined)
        {
            _combs[^1] = joined;
        }
        else
        {
            _combs.Add(comb);
            _firsts.Add(Count);
        }
        Count += comb.Size;
    }

    /// <summary>Copies some of the elements to dense memory or from there.</summary>
    public void Copy(byte* dense, long first, long count, int elementSize, bool packs)
    {
        int number = _firsts.BinarySearch(first);
        if (number < 0) number = ~number - 1;
        for (; count > 0; number++)
        {
            FlatComb comb = _combs[number];
            long at = first - _firsts[number], taken = Math.Min(count, comb.Size - at);
            Copy(comb, at, taken, dense, elementSize, packs);
            dense += taken * elementSize;
            first += taken;
            count -= taken;
        }
    }

    private static void Copy(FlatComb comb, long at, long count, byte* dense, int elementSize, bool packs)
    {
        while (count > 0)
        {
            long inRun = at % comb.Run, runs = inRun == 0 ? count / comb.Run : 0, run = runs > 0 ? comb.Run : Math.Min(count, comb.Run - inRun);
            runs = Math.Max(runs, 1);
            byte* place = (byte*)comb.Start + (at / comb.Run * comb.Step) + (inRun * comb.Inner);
            Span<CopyDim> dims = packs
                ? [new CopyDim(runs, comb.Step, run * elementSize), new CopyDim(run, comb.Inner, elementSize)]
                : [new CopyDim(runs, run * elementSize, comb.Step), new CopyDim(run, elementSize, comb.Inner)];
            ElementCopy.Run(elementSize, packs ? place : dense, packs ? dense : place, dims);
            dense += runs * run * elementSize;
            at += runs * run;
            count -= runs * run;
        }
    }
}
