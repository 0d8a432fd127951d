using System.Text.Json.Serialization;

namespace DistArray.Benchmarks;

/// <summary>One number of a benchmark; smaller is better. The median or the smallest of interleaved samples, or the ratio of their minima, and their range.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The number; null where it could not be measured.</param>
/// <param name="Unit">Its unit; "ratio" is ours divided by the peer's.</param>
/// <param name="Limit">What it may be at most.</param>
/// <param name="Lower">The smallest sample.</param>
/// <param name="Upper">The largest sample.</param>
/// <param name="Samples">How many samples.</param>
/// <param name="Peer">The peer's absolute figure, with its unit.</param>
/// <param name="Reason">Why there is no value.</param>
internal sealed record Row(
    string Name, double? Value, string Unit, double? Limit, double? Lower, double? Upper, int Samples, string? Peer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null)
{
    /// <summary>Whether the value keeps its limit.</summary>
    [JsonIgnore]
    public bool Passes => Value is { } value && (Limit is not { } limit || value <= limit);

    /// <summary>A row of samples.</summary>
    public static Row Of(string name, string unit, double? limit, IReadOnlyList<double> samples, string? peer = null) =>
        new(name, Median(samples), unit, limit, samples.Min(), samples.Max(), samples.Count, peer);

    /// <summary>A row of the smallest of samples, which what else the machine does disturbs least.</summary>
    public static Row OfMinimum(string name, string unit, double? limit, IReadOnlyList<double> samples, string? peer = null) =>
        Of(name, unit, limit, samples, peer) with { Value = samples.Min() };

    /// <summary>A row of ratios of samples taken in turn, the peer's median beside it.</summary>
    public static Row OfPairs(string name, double? limit, IReadOnlyList<double> ours, IReadOnlyList<double> peers, Func<double, string> show) =>
        Of(name, "ratio", limit, [.. ours.Zip(peers, (our, peer) => our / peer)], show(Median(peers)));

    /// <summary>A row of the smallest of ours over the smallest of the peer's, which what else the machine does disturbs least; the range is that of the ratios of
    /// samples taken in turn.</summary>
    public static Row OfMinima(string name, double? limit, IReadOnlyList<double> ours, IReadOnlyList<double> peers, Func<double, string> show)
    {
        double[] ratios = [.. ours.Zip(peers, (our, peer) => our / peer)];
        return new(name, ours.Min() / peers.Min(), "ratio", limit, ratios.Min(), ratios.Max(), ratios.Length, show(peers.Min()));
    }

    /// <summary>A row of the median of ours over the median of the peer's, where each has slow and fast samples by itself; the range is that of the ratios of samples taken
    /// in turn.</summary>
    public static Row OfMedians(string name, double? limit, IReadOnlyList<double> ours, IReadOnlyList<double> peers, Func<double, string> show)
    {
        double[] ratios = [.. ours.Zip(peers, (our, peer) => our / peer)];
        return new(name, Median(ours) / Median(peers), "ratio", limit, ratios.Min(), ratios.Max(), ratios.Length, show(Median(peers)));
    }

    /// <summary>A row that could not be measured.</summary>
    public static Row Missing(string name, string unit, double? limit, string reason) => new(name, null, unit, limit, null, null, 0, null, reason);

    /// <summary>The middle sample.</summary>
    public static double Median(IReadOnlyList<double> samples)
    {
        var sorted = samples.Order().ToArray();
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
