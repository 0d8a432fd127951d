using System.Numerics;

namespace DistArray;

/// <summary>The order of places of a stretch of an array, of which each may be there several times: a bit a place, and sums of them.</summary>
internal sealed class PlaceRanks
{
    private readonly long _start;
    private readonly ulong[] _bits;
    private readonly int[] _before; // bits of the words before

    public PlaceRanks(long start, long length, ReadOnlySpan<long> places)
    {
        _start = start;
        _bits = new ulong[(length + 63) / 64];
        _before = new int[_bits.Length];
        foreach (long place in places) _bits[(place - start) / 64] |= 1UL << (int)((place - start) % 64);
        for (int word = 0; word < _bits.Length; word++)
        {
            _before[word] = Count;
            Count += BitOperations.PopCount(_bits[word]);
        }
    }

    /// <summary>Number of different places.</summary>
    public int Count { get; }

    /// <summary>How many places come before one.</summary>
    public int this[long place]
    {
        get
        {
            (long word, long bit) = Math.DivRem(place - _start, 64);
            return _before[word] + BitOperations.PopCount(_bits[word] & ((1UL << (int)bit) - 1));
        }
    }
}
