using System.Globalization;

namespace DistArray.Cli.Files;

/// <summary>Numbers for people.</summary>
internal static class Sizes
{
    /// <summary>Bytes as "36.5 kB".</summary>
    public static string Text(long bytes)
    {
        string[] units = ["B", "kB", "MB", "GB", "TB", "PB"];
        double value = bytes;
        int unit = 0;
        for (; value >= 999.5 && unit < units.Length - 1; unit++) value /= 1000;
        return string.Create(CultureInfo.InvariantCulture, $"{(unit == 0 ? $"{bytes}" : value.ToString(value < 99.95 ? "F1" : "F0", CultureInfo.InvariantCulture))} {units[unit]}");
    }
}
