using System.Numerics;

namespace DistArray;

/// <summary>Finds the extremes along an axis, walked so that its indices ascend.</summary>
/// <param name="extent">Number of indices of the axis.</param>
/// <param name="inner">Number of elements between neighbours along the axis in the order of the walk.</param>
internal readonly unsafe struct ExtremumCells<T, TRule>(long extent, long inner) : ITileConsumer where T : unmanaged, INumber<T> where TRule : struct, IExtremeRule<T>
{
    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        var from = (T*)values;
        var best = (Extremum<T>*)destination;
        long index = position / inner % extent;
        if (stride == 0 || count == 1)
        {
            T extreme = LaneExtreme<T, TRule>.Of(from, count);
            if (best->IsBeatenBy<TRule>(extreme) || (best->Index == Extremum<T>.None && best->IsMetBy<TRule>(extreme)))
                *best = new Extremum<T> { Value = extreme, Index = index + FirstEqual<T>.Of(from, count, extreme) };
            return;
        }
        for (nint i = 0; i < count; i++, best = (Extremum<T>*)((byte*)best + stride))
        {
            if (best->IsBeatenBy<TRule>(from[i]) || (best->Index == Extremum<T>.None && best->IsMetBy<TRule>(from[i])))
                *best = new Extremum<T> { Value = from[i], Index = index };
        }
    }
}
