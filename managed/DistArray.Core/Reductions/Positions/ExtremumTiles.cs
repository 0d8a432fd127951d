using System.Numerics;

namespace DistArray;

/// <summary>Finds the extreme of all elements. The destination is no memory: its addresses are the elements' global numbers.</summary>
internal unsafe struct ExtremumTiles<T, TRule>() : ITileConsumer where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
{
    private const int Block = 2048;

    private Extremum<T> _best = Extremum<T>.Of<TRule>();

    public readonly Extremum<T> Best => _best;

    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        var from = (T*)values;
        long number = (nint)destination;
        for (nint start = 0; start < count; start += Block, number += Block * stride)
            Take(from + start, Math.Min(Block, count - start), number, stride);
    }

    private void Take(T* values, nint count, long number, long stride)
    {
        T extreme = LaneExtreme<T, TRule>.Of(values, count);
        bool isBetter = _best.IsBeatenBy<TRule>(extreme);
        if (!isBetter && (Math.Min(number, number + ((count - 1) * stride)) >= _best.Index || !_best.IsMetBy<TRule>(extreme))) return;
        long found = number + (stride * (stride >= 0 ? FirstEqual<T>.Of(values, count, extreme) : FirstEqual<T>.Last(values, count, extreme)));
        if (!isBetter && found >= _best.Index) return;
        _best = new Extremum<T> { Value = extreme, Index = found };
    }
}
