using System.Text.Json;

namespace Turbulence.Tests.Running;

/// <summary>Reads the time series with nothing of the project.</summary>
internal static class Series
{
    /// <summary>The objects of a JSON file.</summary>
    public static List<Dictionary<string, double>> Read(string path) =>
        JsonSerializer.Deserialize<List<Dictionary<string, double>>>(File.ReadAllText(path))!;

    /// <summary>The last of them.</summary>
    public static Dictionary<string, double> Last(string path) => Read(path)[^1];
}
