using System.Globalization;
using System.Text.Json.Serialization;

namespace DistArray.Cli.Benching;

/// <summary>A measured number: the median of samples, and their range.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The median; null where it could not be measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Least">The least sample.</param>
/// <param name="Most">The largest sample.</param>
/// <param name="Samples">How many samples.</param>
/// <param name="Reason">Why there is no value.</param>
internal sealed record Figure(string Name, double? Value, string Unit, double? Least, double? Most, int Samples, string? Reason = null)
{
    /// <summary>A figure of samples.</summary>
    public static Figure Of(string name, string unit, IEnumerable<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        int middle = sorted.Length / 2;
        return new Figure(name, sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, unit, sorted[0], sorted[^1], sorted.Length);
    }

    /// <summary>A figure that could not be measured.</summary>
    public static Figure Missing(string name, string unit, string reason) => new(name, null, unit, null, null, 0, reason);

    /// <summary>The value with its range, in a line.</summary>
    [JsonIgnore]
    public string Text => Value is { } value ? $"{Number(value),9} {Unit,-5} {Number(Least!.Value)} to {Number(Most!.Value)}" : $"{"-",9} {Unit,-5} {Reason}";

    private static string Number(double value) => value.ToString(value >= 1000 ? "0" : "g4", CultureInfo.InvariantCulture);
}
