namespace DistArray;

/// <summary>Indices of a source and of a target that belong together: Repeats times Count times Run pairs at equal distances on either side.</summary>
internal readonly record struct CombPair(int Repeats, int Count, int Run, CombSide Source, CombSide Target)
{
    public CombPair(int count, int run, CombSide source, CombSide target) : this(1, count, run, source, target) { }

    /// <summary>This one and the next as one, where they are alike, do not repeat, and follow at equal distances.</summary>
    public CombPair? Join(CombPair next)
    {
        if (next.Run != Run || next.Source.Inner != Source.Inner || next.Target.Inner != Target.Inner || Repeats > 1 || next.Repeats > 1) return null;
        int source = next.Source.Start - Source.Start, target = next.Target.Start - Target.Start;
        if (Count > 1)
        {
            if (source != Count * Source.Step || target != Count * Target.Step) return null;
            (source, target) = (Source.Step, Target.Step);
        }
        if (next.Count > 1 && (next.Source.Step != source || next.Target.Step != target)) return null;
        return new CombPair(Count + next.Count, Run, Source with { Step = source }, Target with { Step = target });
    }
}

/// <summary>One side of a <see cref="CombPair"/>: the first index, and the steps inside of a run, from run to run, and from repetition to repetition.</summary>
internal readonly record struct CombSide(int Start, int Step, int Inner, int Period = 0);
