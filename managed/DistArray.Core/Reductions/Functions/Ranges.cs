using System.Numerics;

namespace DistArray;

/// <summary>Distances between the smallest and largest elements.</summary>
internal static unsafe class Ranges
{
    private const string Name = "Ptp";

    public static T All<T>(DistArray<T> array) where T : unmanaged, INumber<T>
    {
        T low = Extremes.All<T, MinimumRule<T>>(Name, array, null, null), high = Extremes.All<T, MaximumRule<T>>(Name, array, null, null);
        return TryDistance(low, high, out T distance) ? distance : throw ReductionTypes.Overflow<T>(Name, $"the distance from {low} to {high}");
    }

    public static DistArray<T> Along<T>(DistArray<T> array, AxisList axis, bool keepDims) where T : unmanaged, INumber<T>
    {
        using DistArray<T> lows = Extremes.Along<T, MinimumRule<T>>(Name, array, axis, keepDims, null, null);
        DistArray<T> ranges = Extremes.Along<T, MaximumRule<T>>(Name, array, axis, keepDims, null, null);
        T* low = lows.LocalView.Pointer, high = ranges.LocalView.Pointer;
        bool fits = true;
        for (long i = 0; i < ranges.Distribution.LocalSize; i++) fits &= TryDistance(low[i], high[i], out high[i]);
        if (!ReductionTypes.IsInteger(array.ElementType) || array.Distribution.Communicator.Allreduce(fits, Operation<bool>.LogicalAnd)) return ranges;
        ranges.Dispose();
        throw ReductionTypes.Overflow<T>(Name, "one of the distances");
    }

    // A distance of signed integers that wraps around is negative; where it is not, it is right.
    private static bool TryDistance<T>(T low, T high, out T distance) where T : unmanaged, INumber<T>
    {
        distance = high - low;
        return !T.IsNegative(distance) || T.IsNaN(distance);
    }
}
