using System.Numerics;

namespace DistArray;

/// <summary>Adds numbers in a binary tree, so that rounding errors grow with the logarithm of their number.</summary>
/// <remarks>Level k holds the sum of 2^k numbers that waits for its neighbour, as bits of a counter do.</remarks>
internal sealed class PairwiseSum<T> where T : INumberBase<T>
{
    private readonly T[] _levels = new T[64];
    private ulong _count;

    public void Add(T value)
    {
        int level = BitOperations.TrailingZeroCount(~_count);
        for (int i = 0; i < level; i++) value = _levels[i] + value;
        _levels[level] = value;
        _count++;
    }

    public T Total()
    {
        T total = T.Zero;
        for (int level = 0; level < _levels.Length; level++)
            if ((_count >> level & 1) != 0) total = _levels[level] + total;
        return total;
    }
}
