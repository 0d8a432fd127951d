namespace DistArray;

/// <summary>The distributions that broadcasting has derived of one, so that an expression in a loop derives them once.</summary>
internal sealed class DistributionRelatives(Distribution distribution)
{
    private const int MostKept = 16;

    private readonly List<(bool Spread, long[] Shape, Distribution Relative)> _kept = [];

    public delegate Distribution Derivation(Distribution distribution, ReadOnlySpan<long> shape);

    /// <summary>The distribution for a shape, spread to it or gathered to it.</summary>
    public Distribution Get(bool spread, ReadOnlySpan<long> shape, Derivation derive)
    {
        lock (_kept)
        {
            foreach (var (isSpread, key, relative) in _kept)
                if (isSpread == spread && shape.SequenceEqual(key)) return relative;
        }
        Distribution derived = derive(distribution, shape);
        lock (_kept)
        {
            if (_kept.Count == MostKept) _kept.RemoveAt(0);
            _kept.Add((spread, shape.ToArray(), derived));
        }
        return derived;
    }
}
