using System.Globalization;

namespace DistArray.Testing.Assertions;

/// <summary>When two elements count as the same.</summary>
/// <param name="Words">What is asked for, such as <c>equal to</c>.</param>
/// <param name="Measure">What the largest difference is called.</param>
internal abstract record ElementRule(string Words, string Measure)
{
    private const string Difference = "difference";

    public static ElementRule Equal { get; } = new EqualRule();

    public static ElementRule Bits { get; } = new BitsRule();

    public static ElementRule Close(double relative, double absolute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(relative);
        ArgumentOutOfRangeException.ThrowIfNegative(absolute);
        return new CloseRule(relative, absolute);
    }

    public static ElementRule Ulps(long ulps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ulps);
        return new UlpsRule(ulps);
    }

    /// <summary>Whether two elements are the same, and else by how much they differ.</summary>
    public abstract bool Holds<T>(T actual, T expected, out double difference) where T : unmanaged;

    private sealed record EqualRule() : ElementRule("equal to", Difference)
    {
        public override bool Holds<T>(T actual, T expected, out double difference)
        {
            difference = 0;
            if (EqualityComparer<T>.Default.Equals(actual, expected)) return true;
            difference = ElementDistance.Of(actual, expected);
            return false;
        }
    }

    private sealed record BitsRule() : ElementRule("the same bits as", Difference)
    {
        public override bool Holds<T>(T actual, T expected, out double difference)
        {
            difference = 0;
            if (ElementDistance.SameBits(actual, expected)) return true;
            difference = ElementDistance.Of(actual, expected);
            return false;
        }
    }

    private sealed record CloseRule(double Relative, double Absolute)
        : ElementRule(string.Create(CultureInfo.InvariantCulture, $"within {Absolute:R} + {Relative:R} · |expected| of"), Difference)
    {
        public override bool Holds<T>(T actual, T expected, out double difference)
        {
            difference = 0;
            if (EqualityComparer<T>.Default.Equals(actual, expected)) return true;
            difference = ElementDistance.Of(actual, expected);
            // An infinity is close to itself alone.
            return double.IsFinite(difference) && difference <= Absolute + (Relative * ElementDistance.Of(expected, default));
        }
    }

    private sealed record UlpsRule(long Most) : ElementRule($"within {Most} units in the last place of", "difference in units in the last place")
    {
        public override bool Holds<T>(T actual, T expected, out double difference)
        {
            difference = 0;
            if (EqualityComparer<T>.Default.Equals(actual, expected)) return true;
            difference = ElementDistance.Ulps(actual, expected);
            return difference <= Most;
        }
    }
}
