using ScottPlot;

namespace DistArray.Cli.Plotting.Pictures;

/// <summary>Colours of numbers: a colour map between two limits.</summary>
/// <param name="Colors">The colour map.</param>
/// <param name="Low">The number of its first colour; its logarithm where the scale is logarithmic.</param>
/// <param name="High">The number of its last colour, likewise.</param>
/// <param name="IsLog">Whether the scale is logarithmic.</param>
internal sealed record ColorScale(IColormap Colors, double Low, double High, bool IsLog)
{
    // The share of the smaller sign from which on a field counts as signed: below it is an undershoot.
    private const double SignedFrom = 0.05;

    private static readonly Dictionary<string, (Func<IColormap> Make, bool IsDiverging)> s_maps = new()
    {
        ["viridis"] = (static () => new ScottPlot.Colormaps.Viridis(), false),
        ["magma"] = (static () => new ScottPlot.Colormaps.Magma(), false),
        ["inferno"] = (static () => new ScottPlot.Colormaps.Inferno(), false),
        ["plasma"] = (static () => new ScottPlot.Colormaps.Plasma(), false),
        ["gray"] = (static () => new ScottPlot.Colormaps.Grayscale(), false),
        // Blue, white, red (Moreland's "cool to warm" with a lighter middle): zero is white, both signs weigh the same.
        ["coolwarm"] = (static () => new ScottPlot.Colormaps.CustomInterpolated(
            [.. new[] { "#2a3f8f", "#4a73c9", "#8fb2e8", "#d3e0f2", "#f7f7f7", "#f4d6cb", "#e89d84", "#cb4f4a", "#8c1127" }.Select(Color.FromHex)]), true),
        ["balance"] = (static () => new ScottPlot.Colormaps.Balance(), true),
    };

    public static string[] Names => [.. s_maps.Keys];

    /// <summary>The scale of some numbers: all of them lie within; about zero where they have both signs.</summary>
    /// <param name="values">The numbers, logarithms where <paramref name="isLog"/>; those that are not finite do not count.</param>
    /// <param name="name">Name of the colour map, or null for the fitting one.</param>
    /// <param name="limits">Limits that were asked for, or null.</param>
    /// <param name="isLog">Whether the numbers are logarithms.</param>
    public static ColorScale Of(ReadOnlySpan<double> values, string? name, (double Low, double High)? limits, bool isLog)
    {
        (double low, double high) = limits is { } given ? isLog ? (Math.Log10(given.Low), Math.Log10(given.High)) : given : Range(values);
        bool isSigned = !isLog && low < 0 && high > 0 && Math.Min(-low, high) >= SignedFrom * Math.Max(-low, high);
        (Func<IColormap> make, bool isDiverging) = s_maps[name ?? (isSigned ? "coolwarm" : "viridis")];
        if (limits is null && isDiverging && !isLog) low = -(high = Math.Max(Math.Abs(low), Math.Abs(high)));
        return new ColorScale(make(), low, high, isLog);
    }

    private static (double Low, double High) Range(ReadOnlySpan<double> values)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) continue;
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }
        if (low < high) return (low, high);
        if (low > high) return (0, 1);
        double margin = low == 0 ? 1 : Math.Abs(low) / 2;
        return (low - margin, high + margin);
    }
}
