namespace DistArray;

/// <summary>Local indices at equal distances: runs of neighbouring ones whose starts are a step apart.</summary>
internal readonly record struct Comb(int Start, int Step, int Count, int Run)
{
    /// <summary>Number of indices.</summary>
    public int Size => Count * Run;

    /// <summary>The index at a position.</summary>
    public int this[int position] => Start + (position / Run * Step) + (position % Run);
}
