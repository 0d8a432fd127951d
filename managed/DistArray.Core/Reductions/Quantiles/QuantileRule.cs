using System.Numerics;

namespace DistArray;

/// <summary>Which quantile, and between which numbers in order it lies.</summary>
/// <param name="Fraction">From 0 to 1.</param>
/// <param name="IsMedian">Whether the mean of the two numbers in the middle is wanted, as numpy.median has it.</param>
internal readonly record struct QuantileRule(double Fraction, bool IsMedian = false)
{
    /// <summary>The lower number's place among a number of them.</summary>
    public long Place(long count) => IsMedian ? (count - 1) / 2 : Math.Clamp((long)Math.Floor((count - 1) * Fraction), 0, count - 1);

    /// <summary>The value between two neighbours in order.</summary>
    public double Between<T>(T low, T high, long count) where T : unmanaged, INumber<T>
    {
        double a = double.CreateTruncating(low), b = double.CreateTruncating(high);
        if (IsMedian) return count % 2 == 1 ? a : (a + b) / 2;
        double place = (count - 1) * Fraction, weight = place - Math.Floor(place);
        if (place >= count - 1) (b, weight) = (a, 1); // as NumPy does at the end, where an infinity becomes NaN
        double distance = b - a;
        return weight >= 0.5 ? b - (distance * (1 - weight)) : a + (distance * weight);
    }
}
