namespace DistArray;

/// <summary>Lays two lists of as many indices side by side.</summary>
internal static class CombAlignment
{
    public static CombPair[] Align(ReadOnlySpan<Comb> source, ReadOnlySpan<Comb> target)
    {
        var pairs = new List<CombPair>();
        var left = new Cursor(source);
        var right = new Cursor(target);
        while (!left.IsAtEnd && !right.IsAtEnd)
        {
            CombPair pair = Next(ref left, ref right);
            if (pairs.Count > 0 && pairs[^1].Join(pair) is { } joined) pairs[^1] = joined;
            else pairs.Add(pair);
        }
        return [.. pairs];
    }

    private static CombPair Next(ref Cursor left, ref Cursor right)
    {
        CombSide source = left.Side, target = right.Side;
        int run = Math.Min(left.RunLeft, right.RunLeft), count = 1;
        if (left.IsAtRunStart && right.IsAtRunStart && left.Run == right.Run)
        {
            count = Math.Min(left.RunsLeft, right.RunsLeft);
        }
        else if (left.IsAtRunStart && right.RunLeft >= left.Run)
        {
            count = Math.Min(left.RunsLeft, right.RunLeft / run);
            target = target with { Step = run * target.Inner };
        }
        else if (right.IsAtRunStart && left.RunLeft >= right.Run)
        {
            count = Math.Min(right.RunsLeft, left.RunLeft / run);
            source = source with { Step = run * source.Inner };
        }
        left.Advance(count * run);
        right.Advance(count * run);
        return new CombPair(count, run, source, target);
    }

    // A comb of single indices counts as one run with a step inside.
    private ref struct Cursor(ReadOnlySpan<Comb> combs)
    {
        private readonly ReadOnlySpan<Comb> _combs = combs;
        private int _comb;
        private int _position;

        public readonly bool IsAtEnd => _comb == _combs.Length;

        public readonly int Run => Single ? Comb.Count : Comb.Run;

        public readonly bool IsAtRunStart => _position % Run == 0;

        public readonly int RunLeft => Run - (_position % Run);

        public readonly int RunsLeft => Single ? 1 : Comb.Count - (_position / Comb.Run);

        public readonly CombSide Side => new(Comb[_position], Single ? 0 : Comb.Step, Single && Comb.Count > 1 ? Comb.Step : 1);

        private readonly Comb Comb => _combs[_comb];

        private readonly bool Single => Comb.Run == 1;

        public void Advance(int count)
        {
            _position += count;
            if (_position < Comb.Size) return;
            _position = 0;
            _comb++;
        }
    }
}
