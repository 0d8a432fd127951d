using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace DistArray.Cli.Plotting.Pictures;

/// <summary>Ticks of axes that show logarithms: powers of ten, and the more numbers between the less there are.</summary>
internal static class LogTicks
{
    private const int MostLabels = 9;
    private const double ManyDecades = 2.2, FewDecades = 0.6;

    /// <summary>Ticks from one logarithm to another.</summary>
    public static ITickGenerator Of(double low, double high)
    {
        var ticks = new NumericManual();
        double span = high - low;
        if (span < FewDecades) AddEven(ticks, Math.Pow(10, low), Math.Pow(10, high));
        else AddDecades(ticks, low, high, (int)Math.Ceiling(span / MostLabels), span > ManyDecades ? [1] : [1, 2, 5]);
        return ticks;
    }

    private static void AddDecades(NumericManual ticks, double low, double high, int step, int[] labelled)
    {
        for (int power = (int)Math.Floor(low); power <= high; power++)
        {
            for (int digit = 1; digit <= 9; digit++)
            {
                double at = power + Math.Log10(digit);
                if (at < low - 1e-9 || at > high + 1e-9) continue;
                if (labelled.Contains(digit) && power % step == 0) ticks.AddMajor(at, labelled.Length == 1 ? Power(power) : Text(digit * Math.Pow(10, power)));
                else if (step == 1 || digit == 1) ticks.AddMinor(at);
            }
        }
    }

    // Less than a decade: round numbers at equal distances.
    private static void AddEven(NumericManual ticks, double low, double high)
    {
        double rough = (high - low) / 6, power = Math.Pow(10, Math.Floor(Math.Log10(rough))), step = power * (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        for (double i = Math.Ceiling(low / step); i * step <= high; i++) ticks.AddMajor(Math.Log10(i * step), Text(i * step));
    }

    private static string Power(int power) => "10" + PlotStyle.Superscript(power.ToString(CultureInfo.InvariantCulture));

    private static string Text(double value) => value.ToString("g6", CultureInfo.InvariantCulture);
}
